import { knownText, memberOf, type ObjectMember, textOfParts, textValue, type Value } from '../value.ts';
import type { Evaluator, Scope } from './evaluate.ts';
import type { Expression } from './hclTree.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** Functions that read a file beside the configuration: only its contents can be filled in. */
const FILES: ReadonlySet<string> = new Set(['file', 'templatefile', 'templatestring', 'filebase64']);

/** Functions whose value is their first argument, as far as a policy is concerned. */
const SAME: ReadonlySet<string> = new Set([
  'toset',
  'tolist',
  'tomap',
  'tostring',
  'distinct',
  'compact',
  'sort',
  'sensitive',
  'nonsensitive',
  'try',
  'one',
]);

/**
 * What a call of a Terraform function comes to: those that put policies together are carried out, everything else is a
 * placeholder with the call as its name.
 */
export function callFunction(evaluator: Evaluator, call: Call, scope: Scope): Value {
  const { name, span } = call;
  if (FILES.has(name)) return evaluator.placeholder(call, 'policy');
  const values = call.values.map((value) => evaluator.evaluate(value, scope));
  const [first] = values;
  if (first === undefined) return evaluator.placeholder(call);
  if (SAME.has(name)) return first;
  const result = call.expands ? expanded(call, values) : (structural(call, values) ?? textual(call, values));
  return (
    result ??
    (name === 'coalesce' ? present(evaluator, values) : undefined) ??
    evaluator.placeholder({ span })
  );
}

/** `concat(lists...)`, `merge(objects...)`. */
function expanded({ name, span }: Call, values: readonly Value[]): Value | undefined {
  const last = values.at(-1);
  if (last?.kind !== 'list') return undefined;
  const all = [...values.slice(0, -1), ...last.items];
  if (name === 'concat') return spreadList(span, all);
  return name === 'merge' ? merged(span, all) : undefined;
}

type Carried = (span: Call['span'], first: Value, values: readonly Value[]) => Value | undefined;

const STRUCTURAL: ReadonlyMap<string, Carried> = new Map<string, Carried>([
  ['jsonencode', (span, first) => ({ kind: 'json', span, value: first })],
  ['jsondecode', (_, first) => (first.kind === 'json' ? first.value : undefined)],
  ['concat', (span, _, values) => spreadList(span, values)],
  ['flatten', (span, first) => spreadList(span, first.kind === 'list' ? first.items : [first])],
  ['merge', (span, _, values) => merged(span, values)],
  ['lookup', (_, first, [, name, standard]) => found(first, knownText(name), standard)],
  ['keys', (span, first) => itemsOf(span, first, ({ key }) => key)],
  ['values', (span, first) => itemsOf(span, first, ({ value }) => value)],
  ['length', counted],
]);

function structural({ name, span }: Call, values: readonly Value[]): Value | undefined {
  const [first] = values;
  return first && STRUCTURAL.get(name)?.(span, first, values);
}

function found(object: Value, name: string | undefined, standard: Value | undefined): Value | undefined {
  if (object.kind !== 'object' || name === undefined) return undefined;
  return memberOf(object, name) ?? standard;
}

function itemsOf(span: Call['span'], value: Value, pick: (member: ObjectMember) => Value): Value | undefined {
  return value.kind === 'object' ? { kind: 'list', span, items: value.members.map(pick) } : undefined;
}

function counted(span: Call['span'], value: Value): Value | undefined {
  if (value.kind === 'object') return { kind: 'number', span, lexeme: String(value.members.length) };
  if (value.kind !== 'list' || value.items.some(({ kind }) => kind !== 'text')) return undefined;
  return { kind: 'number', span, lexeme: String(value.items.length) };
}

function spreadList(span: Call['span'], lists: readonly Value[]): Value {
  const items = lists.flatMap((list): readonly Value[] =>
    list.kind === 'list' ? list.items : [{ kind: 'spread', span: list.span, list }],
  );
  return { kind: 'list', span, items };
}

function merged(span: Call['span'], values: readonly Value[]): Value | undefined {
  if (!values.every((value) => value.kind === 'object')) return undefined;
  return { kind: 'object', span, members: values.flatMap(({ members }) => members) };
}

function textual({ name, span }: Call, values: readonly Value[]): Value | undefined {
  const [first, second] = values;
  if (name === 'format') return formatted(span, values);
  if (name === 'join') return joined(span, values);
  const text = knownText(first);
  if (text === undefined) return undefined;
  switch (name) {
    case 'lower':
      return textValue(span, text.toLowerCase());
    case 'upper':
      return textValue(span, text.toUpperCase());
    case 'trimspace':
      return textValue(span, text.trim());
    case 'split': {
      const whole = knownText(second);
      if (whole === undefined || text === '') return undefined;
      return { kind: 'list', span, items: whole.split(text).map((part) => textValue(span, part)) };
    }
    default:
      return undefined;
  }
}

/** `%s`, `%d` and `%v` one after the other. */
function formatted(span: Call['span'], [pattern, ...values]: readonly Value[]): Value | undefined {
  const text = knownText(pattern);
  if (text === undefined) return undefined;
  const pieces = text.split(/(%[%sdvq])/);
  const parts: (string | Value)[] = [];
  let next = 0;
  for (const piece of pieces) {
    if (piece === '%%') parts.push('%');
    else if (/^%[sdvq]$/.test(piece)) {
      const value = values[next];
      if (value === undefined) return undefined;
      parts.push(...(piece === '%q' ? ['"', value, '"'] : [value]));
      next += 1;
    } else if (piece.includes('%')) return undefined;
    else parts.push(piece);
  }
  return textOfParts(span, parts);
}

function joined(span: Call['span'], [separator, list]: readonly Value[]): Value | undefined {
  const between = knownText(separator);
  if (between === undefined || list === undefined) return undefined;
  if (list.kind !== 'list' || list.items.some(({ kind }) => kind !== 'text'))
    return { kind: 'joined', span, separator: between, list };
  const parts = list.items.flatMap((item, index) => (index === 0 ? [item] : [between, item]));
  return textOfParts(span, parts);
}

/** The first argument that is something; where none is, the last is what is left to be filled in. */
function present({ book }: Evaluator, values: readonly Value[]): Value | undefined {
  return values.find((value) => !book.isNull(value) && knownText(value) !== '') ?? values.at(-1);
}
