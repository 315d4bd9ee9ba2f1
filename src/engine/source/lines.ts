/** A place as people count: the first line and the first column are 1; columns count UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds lines in one text many times. */
export interface LineIndex {
  /** How many lines the text has; an empty text has one. */
  readonly count: number;
  /** Line and column of an offset; offsets outside the text give its nearest end. */
  at(offset: number): LineColumn;
  /** Offset of the first character of a line counted from 1; undefined where there is no such line. */
  start(line: number): number | undefined;
}

// An answer about a policy names many places of a few texts, to many who count their lines.
const MOST_REMEMBERED = 8;
const remembered = new Map<string, LineIndex>();

/** Reads the line ends (`\n`, `\r\n`, `\r`) of a text once, also for those who ask again soon; each look-up is then a binary search. */
export function lineIndex(text: string): LineIndex {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const index = indexOf(text);
  const [oldest] = remembered.keys();
  if (remembered.size === MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, index);
  return index;
}

function indexOf(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    count: starts.length,
    start: (line) => starts[line - 1],
    at(offset) {
      const inside = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= inside) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
    },
  };
}

/** Line and column of one offset; for many offsets of one text use `lineIndex`. */
export function lineColumn(text: string, offset: number): LineColumn {
  return lineIndex(text).at(offset);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const lineEnd of text.matchAll(/\r\n|\n|\r/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return starts;
}
