import { quoted } from '#engine/source/quote.ts';
import type { HclCursor } from './hclCursor.ts';
import type { Expression, TemplateExpression, TemplatePart } from './hclTree.ts';

/** How what stands between the braces of a template is read. */
export interface Grammar {
  readonly expression: (cursor: HclCursor) => Expression;
  readonly forNames: (cursor: HclCursor) => { readonly names: readonly string[]; readonly over: Expression };
}

/** A text in quotes, with what is interpolated in it. */
export function readQuoted(cursor: HclCursor, grammar: Grammar): TemplateExpression {
  const from = cursor.at;
  cursor.at += 1;
  const parts = cursor.deeper(() => readParts(cursor, { isQuoted: true, grammar }).parts);
  if (cursor.peek() !== '"') cursor.stop('This text is not closed: its `"` is missing.', from);
  cursor.at += 1;
  return { kind: 'template', span: cursor.span(from), parts };
}

/** A text between `<<NAME` and a line with that name. */
export function readHeredoc(cursor: HclCursor, grammar: Grammar): TemplateExpression {
  const from = cursor.at;
  cursor.at += 2;
  const isIndented = cursor.take('-');
  const name = cursor.identifier();
  if (name === '')
    cursor.stop('After `<<` comes the name of the line that ends the text, such as `EOT`.', from);
  const start = cursor.text.indexOf('\n', cursor.at) + 1;
  const close = start === 0 ? undefined : closingLine(cursor.text, start, name);
  if (close === undefined) cursor.stop(`This text is not closed: no line says ${quoted(name)}.`, from);
  cursor.at = start;
  const parts = cursor.until(close.from, () =>
    cursor.deeper(() => readParts(cursor, { isQuoted: false, grammar }).parts),
  );
  cursor.at = close.to;
  return { kind: 'template', span: cursor.span(from), parts: isIndented ? withoutIndentation(parts) : parts };
}

function closingLine(
  text: string,
  start: number,
  name: string,
): { readonly from: number; readonly to: number } | undefined {
  for (let from = start; from <= text.length;) {
    const lineEnd = text.indexOf('\n', from);
    const to = lineEnd < 0 ? text.length : lineEnd;
    if (to - from < name.length + 200 && text.slice(from, to).trim() === name) return { from, to };
    if (lineEnd < 0) return undefined;
    from = lineEnd + 1;
  }
  return undefined;
}

interface Style {
  readonly isQuoted: boolean;
  readonly grammar: Grammar;
}

interface ReadParts {
  readonly parts: readonly TemplatePart[];
  /** The word of the directive that ended them: `else`, `endif`, `endfor`; empty at the end of the text. */
  readonly endedBy: string;
}

function readParts(cursor: HclCursor, style: Style): ReadParts {
  const parts: TemplatePart[] = [];
  let literal = '';
  let trimsNext = false;
  const flush = () => {
    const text = trimsNext ? literal.trimStart() : literal;
    if (text !== '') {
      parts.push(text);
      trimsNext = false;
    }
    literal = '';
  };
  while (!cursor.isDone && !(style.isQuoted && cursor.peek() === '"')) {
    if (cursor.looksAt('${') || cursor.looksAt('%{')) {
      const trims = cursor.peek(2) === '~';
      if (trims) literal = literal.trimEnd();
      flush();
      const { part, endedBy, trimsAfter } = readSequence(cursor, style);
      if (endedBy !== undefined) return { parts, endedBy };
      if (part !== undefined) parts.push(part);
      trimsNext = trimsAfter;
    } else literal += readCharacters(cursor, style);
  }
  flush();
  return { parts, endedBy: '' };
}

/** Characters that mean themselves, up to the next one that may not. */
function readCharacters(cursor: HclCursor, { isQuoted }: Style): string {
  if (cursor.looksAt('$${') || cursor.looksAt('%%{')) {
    const mark = cursor.peek();
    cursor.at += 3;
    return `${mark}{`;
  }
  if (isQuoted && cursor.peek() === '\\') return readEscape(cursor);
  if (isQuoted && cursor.peek() === '\n')
    cursor.stop('A text in quotes ends on its line: its `"` is missing.');
  const from = cursor.at;
  cursor.at += 1;
  while (cursor.at < cursor.end && !'$%"\\\n'.includes(cursor.peek())) cursor.at += 1;
  return cursor.text.slice(from, cursor.at);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function readEscape(cursor: HclCursor): string {
  const letter = cursor.peek(1);
  const plain = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  if (plain !== undefined) {
    cursor.at += 2;
    return plain;
  }
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const code = cursor.text.slice(cursor.at + 2, cursor.at + 2 + digits);
  const value = Number.parseInt(code, 16);
  if (digits === 0 || !/^[0-9a-f]+$/i.test(code) || code.length !== digits || value > 0x10ffff)
    cursor.stop(`\`\\${letter}\` is no escape of Terraform.`);
  cursor.at += 2 + digits;
  return String.fromCodePoint(value);
}

interface ReadSequence {
  readonly part?: TemplatePart;
  readonly endedBy?: string;
  readonly trimsAfter: boolean;
}

/** `${…}` or `%{…}`. */
function readSequence(cursor: HclCursor, style: Style): ReadSequence {
  const from = cursor.at;
  const isDirective = cursor.peek() === '%';
  cursor.at += 2;
  cursor.take('~');
  if (!isDirective) {
    const value = cursor.within('round', () => expressionIn(cursor, style, from));
    return { part: { kind: 'value', value }, trimsAfter: closed(cursor, from) };
  }
  const word = cursor.within('round', () => {
    cursor.skip();
    return cursor.identifier();
  });
  if (word === 'if') return readIf(cursor, style, from);
  if (word === 'for') return readFor(cursor, style, from);
  if (word !== 'else' && word !== 'endif' && word !== 'endfor')
    cursor.stop(
      `\`%{ ${word} }\` is no directive: \`if\`, \`else\`, \`endif\`, \`for\` and \`endfor\` are.`,
      from,
    );
  return { endedBy: word, trimsAfter: closed(cursor, from) };
}

function expressionIn(cursor: HclCursor, { grammar }: Style, from: number): Expression {
  cursor.skip();
  if (cursor.peek() === '}') cursor.stop('There is nothing between `${` and `}`.', from);
  return grammar.expression(cursor);
}

/** Steps over the closing brace; tells whether the white space behind it is to go. */
function closed(cursor: HclCursor, from: number): boolean {
  cursor.skip(true);
  const trims = cursor.take('~');
  if (!cursor.take('}')) cursor.stop('This `{` in a text is not closed: its `}` is missing.', from);
  return trims;
}

function readIf(cursor: HclCursor, style: Style, from: number): ReadSequence {
  const condition = cursor.within('round', () => expressionIn(cursor, style, from));
  closed(cursor, from);
  const yes = cursor.deeper(() => readParts(cursor, style));
  const no = yes.endedBy === 'else' ? cursor.deeper(() => readParts(cursor, style)) : undefined;
  if ((no ?? yes).endedBy !== 'endif') cursor.stop('This `%{ if … }` has no `%{ endif }`.', from);
  return { part: { kind: 'if', condition, yes: yes.parts, no: no?.parts ?? [] }, trimsAfter: false };
}

function readFor(cursor: HclCursor, style: Style, from: number): ReadSequence {
  const { names, over } = cursor.within('round', () => style.grammar.forNames(cursor));
  closed(cursor, from);
  const { parts, endedBy } = cursor.deeper(() => readParts(cursor, style));
  if (endedBy !== 'endfor') cursor.stop('This `%{ for … }` has no `%{ endfor }`.', from);
  return { part: { kind: 'for', names, over, parts }, trimsAfter: false };
}

/** Without the indentation that all lines of an `<<-` text share. */
function withoutIndentation(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  let smallest = Number.POSITIVE_INFINITY;
  parts.forEach((part, index) => {
    if (typeof part !== 'string') {
      if (index === 0) smallest = 0;
      return;
    }
    part.split('\n').forEach((line, at, lines) => {
      const startsLine = at > 0 || index === 0;
      const isLast = at === lines.length - 1;
      if (!startsLine || (isLast && line === '' && index === parts.length - 1)) return;
      const text = line.trimStart();
      if (text === '' && !(isLast && index < parts.length - 1)) return;
      smallest = Math.min(smallest, line.length - text.length);
    });
  });
  if (smallest === 0 || smallest === Number.POSITIVE_INFINITY) return parts;
  return parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    const cut = (line: string) => line.slice(Math.min(smallest, line.length - line.trimStart().length));
    return part
      .split('\n')
      .map((line, at) => (at > 0 || index === 0 ? cut(line) : line))
      .join('\n');
  });
}
