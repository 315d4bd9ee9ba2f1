import type { Effect } from '#engine/policy/policy.ts';
import type { EditorMarks } from './editorMarks.ts';

/** What stands beside one line of the plain editor. */
export interface PlainLine {
  readonly number: number;
  readonly effect: Effect | null;
  readonly isLit: boolean;
}

/** The margin of a text: a number a line, with the bar and the highlighter of its statement. */
export function plainLines(text: string, marks: EditorMarks | null): readonly PlainLine[] {
  const count = text.split(/\r\n|\n|\r/).length;
  const effects = new Map<number, Effect>();
  for (const { effect, from, to } of marks?.bars ?? []) {
    for (let line = from; line <= Math.min(to, count); line += 1) effects.set(line, effect);
  }
  const lit = new Set<number>();
  for (const { range } of marks?.highlights ?? []) {
    for (let line = range.start.line; line <= Math.min(range.end.line, count); line += 1) lit.add(line);
  }
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return { number, effect: effects.get(number) ?? null, isLit: lit.has(number) };
  });
}

/** How wide a text is, in letters of one width. */
export function longestLine(text: string): number {
  return text.split(/\r\n|\n|\r/).reduce((longest, line) => Math.max(longest, line.length), 0);
}
