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

/** Two lists of notes as one, each note once. Nearly always there is nothing to say, and then no list is made. */
export function joinNotes(
  first: readonly ConditionNote[],
  second: readonly ConditionNote[],
): readonly ConditionNote[] {
  if (first.length + second.length === 0) return noNotes;
  const notes = [...first, ...second];
  return [...new Map(notes.map((note) => [`${note.rule} ${note.text}`, note])).values()];
}
