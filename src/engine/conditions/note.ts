/**
 * Something a reader must know about a result: a point AWS's documentation leaves open, or a value that could not be used as
 * meant. One sentence or two, user text in backticks.
 */
export interface ConditionNote {
  /** Id in docs/semantics.md. */
  readonly rule: string;
  readonly text: string;
}

export const noNotes: readonly ConditionNote[] = [];
