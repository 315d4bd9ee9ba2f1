import type { Smaller } from '#engine/prove/questions/smallest.ts';

/**
 * The author's text without the statements that do nothing, everything else as it was typed. Where that is not the policy
 * that was proved to be the same, the proved one.
 */
export function smallerText(text: string, { removed, text: proved }: Smaller): string {
  const spans = removed.flatMap(({ span }) => span ?? []).toSorted((left, right) => right.from - left.from);
  const shorter = spans.reduce((left, { from, to }) => withoutItem(left, from, to), text);
  return isSame(shorter, proved) ? shorter : proved;
}

/** A list without one of its items: with it go the comma that held it and the space before it. */
function withoutItem(text: string, from: number, to: number): string {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const comma = /^\s*,/.exec(after);
  if (comma === null) return before.replace(/,?\s*$/, '') + after;
  return before.replace(/\s*$/, '') + after.slice(comma[0].length);
}

function isSame(left: string, right: string): boolean {
  try {
    return JSON.stringify(JSON.parse(left)) === JSON.stringify(JSON.parse(right));
  } catch {
    return false;
  }
}
