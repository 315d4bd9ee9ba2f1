export interface DiffLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
  /** Line number in the text it is of: the later one for what stays. */
  readonly line: number;
}

/** A stretch of changes with what stays around it. */
export type DiffHunk = readonly DiffLine[];

/** Beyond this many pairs of lines the differing middle is shown as gone and come, without looking for what stays. */
const MOST_PAIRS = 4_000_000;

/** How two texts differ line by line: the changed stretches, each with `around` lines of what stays. */
export function textDiff(before: string, after: string, around = 2): readonly DiffHunk[] {
  return hunks(diffLines(before.split(/\r?\n/), after.split(/\r?\n/)), around);
}

function diffLines(old: readonly string[], fresh: readonly string[]): readonly DiffLine[] {
  const most = Math.min(old.length, fresh.length);
  let top = 0;
  while (top < most && old[top] === fresh[top]) top += 1;
  let bottom = 0;
  while (bottom < most - top && old.at(-1 - bottom) === fresh.at(-1 - bottom)) bottom += 1;
  const same = (from: number, to: number): readonly DiffLine[] =>
    fresh.slice(from, to).map((text, at) => ({ sign: ' ', text, line: from + at + 1 }));
  return [
    ...same(0, top),
    ...middle(old.slice(top, old.length - bottom), fresh.slice(top, fresh.length - bottom), top),
    ...same(fresh.length - bottom, fresh.length),
  ];
}

/** The longest common subsequence of lines stays; the rest goes or comes. */
function middle(old: readonly string[], fresh: readonly string[], offset: number): readonly DiffLine[] {
  const gone = (at: number): DiffLine => ({ sign: '-', text: old[at] ?? '', line: offset + at + 1 });
  const come = (at: number): DiffLine => ({ sign: '+', text: fresh[at] ?? '', line: offset + at + 1 });
  if (old.length * fresh.length > MOST_PAIRS) {
    return [...old.map((_, at) => gone(at)), ...fresh.map((_, at) => come(at))];
  }
  const common = commonLengths(old, fresh);
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < fresh.length) {
    if (old[row] === fresh[column]) lines.push({ ...come(column), sign: ' ' });
    else if (common(row + 1, column) >= common(row, column + 1)) lines.push(gone(row));
    else lines.push(come(column));
    const { sign } = lines.at(-1) ?? { sign: ' ' };
    if (sign !== '+') row += 1;
    if (sign !== '-') column += 1;
  }
  for (; row < old.length; row += 1) lines.push(gone(row));
  for (; column < fresh.length; column += 1) lines.push(come(column));
  return lines;
}

/** How many lines two lists have in common, in order, from given lines on. */
function commonLengths(
  old: readonly string[],
  fresh: readonly string[],
): (row: number, column: number) => number {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const length = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  return length;
}

function hunks(lines: readonly DiffLine[], around: number): readonly DiffHunk[] {
  const found: DiffLine[][] = [];
  let shownTo = -1;
  lines.forEach(({ sign }, at) => {
    if (sign === ' ') return;
    const from = Math.max(0, at - around);
    const to = Math.min(lines.length - 1, at + around);
    const last = found.at(-1);
    if (last === undefined || from > shownTo + 1) found.push(lines.slice(from, to + 1));
    else last.push(...lines.slice(shownTo + 1, to + 1));
    shownTo = Math.max(shownTo, to);
  });
  return found;
}
