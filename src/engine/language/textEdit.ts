/** A change of a text: what stands between two offsets becomes something else. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The text after edits that do not overlap; their offsets are all of the text before. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, insert } of edits.toSorted((left, right) => left.from - right.from)) {
    pieces.push(text.slice(at, from), insert);
    at = to;
  }
  return pieces.join('') + text.slice(at);
}
