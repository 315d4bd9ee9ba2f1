import { quoted } from '#engine/source/quote.ts';
import type { HclCursor } from './hclCursor.ts';
import { type Grammar, readHeredoc, readQuoted } from './hclTemplate.ts';
import type { Expression, ForExpression, Step } from './hclTree.ts';

/** Operators of two values, those that bind loosest first; each row is tried longest first. */
const OPERATORS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Values between which the same operators stand; each is a level of the tree. */
const LONGEST_CHAIN = 200;

/** An expression; the cursor stands behind it afterwards. */
export function readExpression(cursor: HclCursor): Expression {
  return cursor.deeper(() => {
    cursor.skip();
    const from = cursor.at;
    const condition = readOperation(cursor, 0);
    cursor.skip();
    if (!cursor.take('?')) return condition;
    const yes = readExpression(cursor);
    cursor.skip();
    cursor.expect(':', 'Here the `:` of `condition ? a : b` is missing.');
    const no = readExpression(cursor);
    return { kind: 'conditional', span: cursor.span(from), condition, yes, no };
  });
}

function readOperation(cursor: HclCursor, row: number): Expression {
  const operators = OPERATORS[row];
  if (operators === undefined) return readUnary(cursor);
  const from = cursor.at;
  let left = readOperation(cursor, row + 1);
  for (let count = 0; ; count += 1) {
    if (count > LONGEST_CHAIN) cursor.stop(`This is a chain of more than ${LONGEST_CHAIN} operators.`);
    const end = cursor.at;
    cursor.skip();
    const operator = operators.find((each) => cursor.looksAt(each) && !isOther(cursor, each));
    if (operator === undefined) {
      cursor.at = end;
      return left;
    }
    cursor.at += operator.length;
    cursor.skip();
    const right = readOperation(cursor, row + 1);
    left = { kind: 'operation', span: cursor.span(from), operator, operands: [left, right] };
  }
}

/** Marks that begin like an operator: `=>` is none, and neither is a directive in a text. */
function isOther(cursor: HclCursor, operator: string): boolean {
  return operator === '%' && cursor.peek(1) === '{';
}

function readUnary(cursor: HclCursor): Expression {
  const from = cursor.at;
  const operator = cursor.peek();
  if (operator !== '-' && operator !== '!') return readWithSteps(cursor);
  cursor.at += 1;
  return cursor.deeper(() => {
    cursor.skip();
    const operand = readUnary(cursor);
    return { kind: 'operation', span: cursor.span(from), operator, operands: [operand] };
  });
}

function readWithSteps(cursor: HclCursor): Expression {
  const from = cursor.at;
  const term = readTerm(cursor);
  const steps = readSteps(cursor);
  if (steps.length === 0) return term;
  if (term.kind === 'reference') return { ...term, span: cursor.span(from), steps };
  return { kind: 'access', span: cursor.span(from), of: term, steps };
}

function readSteps(cursor: HclCursor): readonly Step[] {
  const steps: Step[] = [];
  for (;;) {
    if (cursor.looksAt('...')) return steps;
    if (cursor.take('.')) steps.push(dotStep(cursor));
    else if (cursor.take('[')) steps.push(cursor.within('round', () => indexStep(cursor)));
    else return steps;
  }
}

function dotStep(cursor: HclCursor): Step {
  if (cursor.take('*')) return { kind: 'splat' };
  const from = cursor.at;
  const name = cursor.identifier();
  if (name !== '') return { kind: 'name', name };
  const digits = readDigits(cursor);
  if (digits === '') cursor.stop('After the `.` a name is missing.');
  return { kind: 'index', index: { kind: 'number', span: cursor.span(from), lexeme: digits } };
}

function indexStep(cursor: HclCursor): Step {
  cursor.skip();
  const isSplat = cursor.take('*');
  const index = isSplat ? undefined : readExpression(cursor);
  cursor.skip();
  cursor.expect(']', 'Here a `]` is missing.');
  return index === undefined ? { kind: 'splat' } : { kind: 'index', index };
}

function readTerm(cursor: HclCursor): Expression {
  const next = cursor.peek();
  if (next === '"') return readQuoted(cursor, GRAMMAR);
  if (cursor.looksAt('<<')) return readHeredoc(cursor, GRAMMAR);
  return readBracketed(cursor) ?? readWord(cursor);
}

function readBracketed(cursor: HclCursor): Expression | undefined {
  const next = cursor.peek();
  if (next === '(') return readParenthesis(cursor);
  if (next === '[') return readTuple(cursor);
  return next === '{' ? readObject(cursor) : undefined;
}

/** A number, a call, a name, or one of the words that are values. */
function readWord(cursor: HclCursor): Expression {
  const from = cursor.at;
  const next = cursor.peek();
  if (/[0-9]/.test(next)) return { kind: 'number', lexeme: readNumber(cursor), span: cursor.span(from) };
  const name = cursor.identifier();
  if (name === '')
    cursor.stop(
      next === '' || next === '\n' ? 'A value is missing here.' : `${quoted(next)} begins no value.`,
    );
  const full = withNamespace(cursor, name);
  if (cursor.peek() === '(') return readCall(cursor, full, from);
  if (name === 'true' || name === 'false')
    return { kind: 'boolean', span: cursor.span(from), value: name === 'true' };
  if (name === 'null') return { kind: 'null', span: cursor.span(from) };
  return { kind: 'reference', span: cursor.span(from), name: full, steps: [] };
}

/** `provider::name::function`. */
function withNamespace(cursor: HclCursor, name: string): string {
  let full = name;
  while (cursor.take('::')) full += `::${cursor.identifier()}`;
  return full;
}

function readParenthesis(cursor: HclCursor): Expression {
  cursor.at += 1;
  return cursor.within('round', () => {
    const inner = readExpression(cursor);
    cursor.skip();
    cursor.expect(')', 'Here a `)` is missing.');
    return inner;
  });
}

function readTuple(cursor: HclCursor): Expression {
  const from = cursor.at;
  cursor.at += 1;
  return cursor.within('round', () => {
    const loop = readFor(cursor, from, ']');
    if (loop !== undefined) return loop;
    const items: Expression[] = [];
    for (;;) {
      cursor.skip();
      if (cursor.take(']')) return { kind: 'tuple', span: cursor.span(from), items };
      items.push(readExpression(cursor));
      cursor.skip();
      if (!cursor.take(',') && cursor.peek() !== ']') cursor.stop('In this list a `,` or `]` is missing.');
    }
  });
}

function readObject(cursor: HclCursor): Expression {
  const from = cursor.at;
  cursor.at += 1;
  const loop = cursor.within('round', () => readFor(cursor, from, '}'));
  if (loop !== undefined) return loop;
  return cursor.within('curly', () => {
    const members: { key: Expression; value: Expression }[] = [];
    for (;;) {
      cursor.skip(true);
      if (cursor.take('}')) return { kind: 'object', span: cursor.span(from), members };
      const key = readExpression(cursor);
      cursor.skip();
      if (!cursor.take('=') && !cursor.take(':'))
        cursor.stop('After the name of a member `=` or `:` is missing.');
      cursor.skip(true);
      members.push({ key, value: readExpression(cursor) });
      cursor.skip();
      if (!cursor.take(',') && cursor.peek() !== '\n' && cursor.peek() !== '}')
        cursor.stop('Here the next member begins on the line of the last: a `,` or a new line is missing.');
    }
  });
}

function readFor(cursor: HclCursor, from: number, close: string): ForExpression | undefined {
  const start = cursor.at;
  cursor.skip();
  if (cursor.identifier() !== 'for' || !/[\s#/]/.test(cursor.peek())) {
    cursor.at = start;
    return undefined;
  }
  const { names, over } = readForNames(cursor);
  cursor.skip();
  cursor.expect(':', 'Here the `:` of this `for` is missing.');
  const first = readExpression(cursor);
  cursor.skip();
  const second = close === '}' && cursor.take('=>') ? readExpression(cursor) : undefined;
  cursor.skip();
  cursor.take('...');
  cursor.skip();
  const condition = cursor.looksAt('if') ? readCondition(cursor) : undefined;
  cursor.skip();
  cursor.expect(close, `This \`for\` is not closed: its \`${close}\` is missing.`);
  return {
    kind: 'for',
    span: cursor.span(from),
    names,
    over,
    value: second ?? first,
    ...(second !== undefined && { key: first }),
    ...(condition !== undefined && { condition }),
  };
}

function readCondition(cursor: HclCursor): Expression {
  cursor.at += 'if'.length;
  return readExpression(cursor);
}

/** `key, value in list`. */
function readForNames(cursor: HclCursor): {
  readonly names: readonly string[];
  readonly over: Expression;
} {
  cursor.skip();
  const names = [cursor.identifier()];
  cursor.skip();
  if (cursor.take(',')) {
    cursor.skip();
    names.push(cursor.identifier());
    cursor.skip();
  }
  if (names.includes('') || cursor.identifier() !== 'in')
    cursor.stop('This `for` is not of the form `for name in list`.');
  return { names, over: readExpression(cursor) };
}

function readCall(cursor: HclCursor, name: string, from: number): Expression {
  cursor.at += 1;
  return cursor.within('round', () => {
    const values: Expression[] = [];
    let expands = false;
    for (;;) {
      cursor.skip();
      if (cursor.take(')')) return { kind: 'call', span: cursor.span(from), name, values, expands };
      values.push(readExpression(cursor));
      cursor.skip();
      expands = cursor.take('...');
      cursor.skip();
      if (!cursor.take(',') && cursor.peek() !== ')')
        cursor.stop(`In this call of ${quoted(name)} a \`,\` or \`)\` is missing.`);
    }
  });
}

function readDigits(cursor: HclCursor): string {
  const from = cursor.at;
  while (/[0-9]/.test(cursor.peek())) cursor.at += 1;
  return cursor.text.slice(from, cursor.at);
}

function readNumber(cursor: HclCursor): string {
  const from = cursor.at;
  readDigits(cursor);
  if (cursor.peek() === '.' && /[0-9]/.test(cursor.peek(1))) {
    cursor.at += 1;
    readDigits(cursor);
  }
  if (/[eE]/.test(cursor.peek()) && /[0-9+-]/.test(cursor.peek(1))) {
    cursor.at += 2;
    readDigits(cursor);
  }
  return cursor.text.slice(from, cursor.at);
}

const GRAMMAR: Grammar = { expression: readExpression, forNames: readForNames };
