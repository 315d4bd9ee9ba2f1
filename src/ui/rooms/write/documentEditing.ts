import type { Problem } from '#state/problems.ts';

/** A place the user asked to go to within this room; a new object each time. */
export interface EditorJump {
  readonly line: number;
  readonly column: number;
}

/** Something to be shown about a problem, asked for in the editor; a new object each time. */
export interface ProblemRequest {
  readonly problem: Problem;
  readonly what: 'fixes' | 'reason' | 'page';
}

export type AskAboutProblem = (request: ProblemRequest) => void;
