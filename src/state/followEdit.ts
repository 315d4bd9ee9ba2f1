import type { SourceSpan } from '#engine/source/span.ts';

/** The one stretch in which two versions of a text differ: `before[from..oldTo]` became `after[from..newTo]`. */
interface Edit {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** The smallest single edit that makes `after` of `before`. Offsets in UTF-16 units. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { from, oldTo: before.length - tail, newTo: after.length - tail };
}

/** Where a place is after an edit of its text: moved along, grown with what was typed inside, gone if it was replaced whole. */
export function followEdit(span: SourceSpan, edit: Edit): SourceSpan | null {
  const shift = edit.newTo - edit.oldTo;
  if (span.to <= edit.from) return span;
  if (span.from >= edit.oldTo) return { ...span, from: span.from + shift, to: span.to + shift };
  if (span.from >= edit.from && span.to <= edit.oldTo) return null;
  const from = Math.min(span.from, edit.from);
  const to = span.to >= edit.oldTo ? span.to + shift : edit.from;
  return { ...span, from: span.from > edit.from ? edit.newTo : from, to };
}
