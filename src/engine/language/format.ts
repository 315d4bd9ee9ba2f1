import { format } from 'jsonc-parser';
import { parseJson } from '../source/parseJson.ts';
import { withEdits, type TextEdit } from './textEdit.ts';

/** A part of a text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The changes of white space that print a text evenly: two spaces a level, one member or entry a line. Values keep their spelling and
 * members their order.
 *
 * @param range only the lines of this part
 * @returns nothing for a text that is no JSON: what belongs where cannot be known. Repeated keys are no obstacle.
 */
export function formatEdits(text: string, range?: TextRange): readonly TextEdit[] {
  const { root, diagnostics } = parseJson(text, '');
  const isBroken = diagnostics.some(({ code }) => code !== 'DUPLICATE_KEY' && code !== 'LONE_SURROGATE');
  if (root === undefined || isBroken) return [];
  const options = { tabSize: 2, insertSpaces: true, eol: '\n', insertFinalNewline: false };
  const all = format(text, undefined, options).map(({ offset, length, content }) => ({
    from: offset,
    to: offset + length,
    insert: content,
  }));
  return range === undefined ? all : all.filter(inLinesOf(text, range));
}

/** Changes between the beginning of the first line and the end of the last: what indents the line after is not among them. */
function inLinesOf(text: string, { from, to }: TextRange): (edit: TextEdit) => boolean {
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next < 0 ? text.length + 1 : next;
  return (edit) => edit.to >= begin && edit.from < end;
}

/** The text printed evenly; itself where it is no JSON. */
export function formatted(text: string): string {
  return withEdits(text, formatEdits(text));
}
