const LONGEST = 48;

/**
 * The candidate a misspelled word was probably meant to be: equal but for case, or at most a third of its letters wrong
 * (two neighbouring letters swapped count as one).
 *
 * @returns undefined where nothing is near enough or the word is longer than 48 characters, so the cost is bounded.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const lower = word.toLowerCase();
  const sameLetters = candidates.find((candidate) => candidate.toLowerCase() === lower);
  if (sameLetters !== undefined) return sameLetters;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > bestDistance) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    // Of two that are as near, the one is meant that the word is the beginning of.
    const isNearer = distance < bestDistance || (distance === bestDistance && begins(candidate, lower, best));
    if (!isNearer || distance >= candidate.length) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function begins(candidate: string, word: string, other: string | undefined): boolean {
  return (
    other !== undefined && candidate.toLowerCase().startsWith(word) && !other.toLowerCase().startsWith(word)
  );
}

/** Insertions, deletions, replacements and swaps of neighbours between two short words. */
function editDistance(left: string, right: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current: number[] = [row];
    for (let column = 1; column <= right.length; column += 1) {
      current.push(cell(left, right, row, column, { beforeLast, last, current }));
    }
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? 0;
}

interface Rows {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
  readonly current: readonly number[];
}

function cell(left: string, right: string, row: number, column: number, rows: Rows): number {
  const same = left[row - 1] === right[column - 1];
  const best = Math.min(
    (rows.last[column - 1] ?? 0) + (same ? 0 : 1),
    (rows.last[column] ?? 0) + 1,
    (rows.current[column - 1] ?? 0) + 1,
  );
  const swapped =
    row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
  return swapped ? Math.min(best, (rows.beforeLast[column - 2] ?? 0) + 1) : best;
}
