/** The one stretch in which two texts differ: `[from, to)` of the first becomes `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The smallest single change that turns one text into another, so that an editor's caret and marks outside of it stay where
 * they are. Null where the texts are the same. Never parts the two halves of a surrogate pair.
 */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  while (insidePair(before, from) || insidePair(after, from)) from -= 1;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  while (insidePair(before, before.length - tail) || insidePair(after, after.length - tail)) tail -= 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

function insidePair(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
}

/** Whether two texts differ in nothing but a byte order mark and the kind of their line ends, which editors make uniform. */
export function sameButLineEnds(left: string, right: string): boolean {
  return left === right || uniform(left) === uniform(right);
}

/** The text as an editor holds it: lines end with `\n`, no byte order mark. */
export function uniform(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
