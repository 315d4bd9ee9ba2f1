import type { Proof } from '#engine/prove/prove.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { AskedProof } from '#state/proofs.ts';
import type { QuestionId } from '#state/questions.ts';
import { type AnswerView, answerView } from './answer.view.ts';

/** Where a question stands on the screen. */
export interface Standing {
  readonly answer: AnswerView | null;
  readonly proof: Proof | null;
  /** The answer is about an earlier version of the documents. */
  readonly isStale: boolean;
  /** What goes on, in words; null when nothing does. */
  readonly going: string | null;
  readonly canStop: boolean;
  /** Why there is no answer although it was asked for. */
  readonly problem: string | null;
  /** Whether it can be asked again, and what that is called. */
  readonly again: string | null;
}

export function standing(
  id: QuestionId,
  asked: AskedProof | undefined,
  revision: number,
  scenario: Scenario,
): Standing {
  const status = asked?.status ?? 'waiting';
  const problem = PROBLEMS[status] ?? null;
  if (problem !== null) return { ...nothing, problem, again: LONGER };
  const canStop = status === 'looking';
  const going = canStop ? STILL : 'Looking';
  const given = asked?.answer ?? null;
  if (given === null) return { ...nothing, going, canStop };
  const known = { ...nothing, answer: answerView(id, given.proof, scenario), proof: given.proof };
  if (canStop || status === 'working') return { ...known, isStale: true, going, canStop };
  const again = known.answer.canTryLonger ? LONGER : null;
  return { ...known, isStale: given.revision !== revision, again };
}

const LONGER = 'Try longer';
export const STILL = 'Still looking';

const nothing: Standing = {
  answer: null,
  proof: null,
  isStale: false,
  going: null,
  canStop: false,
  problem: null,
  again: null,
};

const PROBLEMS: Partial<Record<AskedProof['status'], string>> = {
  stopped: 'You stopped it.',
  failed: 'The prover stopped at this question. Your text is safe.',
};
