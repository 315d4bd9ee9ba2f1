import { findConditionKey, isMultivalued } from '#engine/catalog/conditionKeys.ts';
import type { PolicyText } from '#engine/conditions/operator.ts';
import { parseBoolean } from '#engine/conditions/bool.ts';
import { parseOperator, type ParsedOperator } from '#engine/conditions/parseOperator.ts';
import { compileTemplate } from '#engine/conditions/template.ts';
import type { ConditionClause, Policy } from '#engine/policy/policy.ts';
import { type ListShape, type Literal, negate, type Relation, type Shape, type SingleShape } from './atom.ts';
import { callerLiteral } from './callers/callerLiteral.ts';
import { isAboutCallers, testForCell } from './callers/callerTemplates.ts';
import { type Cell, isDerived } from './callers/cell.ts';
import { arnGlobOf, globOf, literalGlob } from './text/glob.ts';
import {
  addressTest,
  bytesTest,
  instantTest,
  isEmptyTest,
  numberTest,
  type Relation as Order,
  type TextTest,
  textTest,
  truthTest,
} from './text/textTest.ts';
import type { Universe } from './universe.ts';

/** A literal, or the truth of a condition that is the same for every request. */
export type Compiled = Literal | 'always' | 'never';

/**
 * One operator applied to one key, as a literal (IAM-070 to IAM-118, KMS-131). A negated operator and `Null` become the
 * negation of a positive literal, so that opposite conditions are recognised without search.
 */
export function clauseLiteral(
  universe: Universe,
  clause: ConditionClause,
  policy: Pick<Policy, 'type' | 'variables'>,
): Compiled {
  const name = nameOf(clause, policy);
  const known = universe.clauses.get(name);
  if (known !== undefined) return known;
  const compiled = compileClause(universe, clause, policy);
  universe.clauses.set(name, compiled);
  return compiled;
}

/** The literal of a clause that was read before. */
export function knownLiteral(
  universe: Universe,
  clause: ConditionClause,
  policy: Pick<Policy, 'type' | 'variables'>,
): Compiled | undefined {
  return universe.clauses.get(nameOf(clause, policy));
}

function nameOf(
  { operator, key, values }: ConditionClause,
  { type, variables }: Pick<Policy, 'type' | 'variables'>,
): string {
  const texts = values.map(({ value }) => value);
  return JSON.stringify([type === 'key', variables, operator.value, key.value, texts]);
}

function compileClause(
  universe: Universe,
  clause: ConditionClause,
  policy: Pick<Policy, 'type' | 'variables'>,
): Compiled {
  const operator = parseOperator(clause.operator.value);
  if ('problem' in operator) return 'never';
  const keptFromKeyPolicy =
    policy.type === 'key' && findConditionKey(clause.key.value)?.inKeyPolicy === false;
  if (operator.base.family === 'Null') return nullLiteral(universe, clause, operator, keptFromKeyPolicy);
  const variables = policy.variables && operator.base.variables;
  const templates = clause.values.map(({ value }) => compileTemplate(value, variables));
  const fixed = templates.flatMap((template) => template.fixed ?? []);
  if (fixed.length === templates.length) {
    const test = testOf(operator, fixed);
    return shapeLiteral(
      universe,
      clause.key.value,
      shapeOf(operator, test, templates.length),
      keptFromKeyPolicy,
    );
  }
  return (
    callerRelation(universe, clause, operator, templates) ??
    relationLiteral(universe, clause, operator, templates, keptFromKeyPolicy)
  );
}

/** A clause that compares what follows from the caller with what follows from the caller: no relation at all. */
function callerRelation(
  universe: Universe,
  clause: ConditionClause,
  operator: ParsedOperator,
  templates: Relation['templates'],
): Compiled | undefined {
  const key = clause.key.value.toLowerCase();
  if (!isDerived(key) || !templates.every(isAboutCallers)) return undefined;
  const tests = new Map<Cell, TextTest>();
  for (const cell of universe.cells) {
    const test = testForCell(templates, cell, (values) => testOf(operator, values));
    if (test === undefined) return undefined;
    tests.set(cell, test);
  }
  return callerLiteral(universe, key, (cell) =>
    shapeOf(operator, tests.get(cell) ?? textTest([]), templates.length),
  );
}

/** A clause with policy variables. Of a key with one value only two relations matter: there and alike, there and different. */
function relationLiteral(
  universe: Universe,
  clause: ConditionClause,
  operator: ParsedOperator,
  templates: Relation['templates'],
  keptFromKeyPolicy: boolean,
): Literal {
  const plain = (test: TextTest) => shapeOf(operator, test, templates.length);
  const { absent } = plain(textTest([]));
  const shape = (test: TextTest) => (absent ? complement(plain(test)) : plain(test));
  const { single } = shape(textTest([literalGlob('text')]));
  const mismatch = typeof single === 'object' && single.negated;
  const values = clause.values.map(({ value }) => value).toSorted();
  const oneValue = isMultivalued(clause.key.value) === false;
  const name = oneValue ? operator.base.positive : clause.operator.value.toLowerCase();
  const family = JSON.stringify([name, clause.key.value.toLowerCase(), keptFromKeyPolicy, values]);
  const literal = universe.relation(`${family}${mismatch ? ' mismatch' : ''}`, {
    key: clause.key.value,
    keptFromKeyPolicy,
    templates,
    testOf: (resolved) => testOf(operator, resolved),
    shape,
    family,
    mismatch,
    fixedText: undefined,
  });
  return absent ? negate(literal) : literal;
}

/** `Null`: whether the key is there at all (IAM-091); with a set operator it looks at nothing. */
function nullLiteral(
  universe: Universe,
  clause: ConditionClause,
  { qualifier }: ParsedOperator,
  keptFromKeyPolicy: boolean,
): Compiled {
  if (qualifier !== 'none') return qualifier === 'ForAllValues' ? 'always' : 'never';
  const values = new Set(clause.values.flatMap(({ value }) => parseBoolean(value) ?? []));
  if (values.size === 2) return 'always';
  if (values.size === 0) return 'never';
  const present = values.has(false);
  const shape: Shape = {
    absent: !present,
    single: present ? 'always' : 'never',
    list: present ? 'always' : 'never',
  };
  return shapeLiteral(universe, clause.key.value, shape, keptFromKeyPolicy);
}

/** The texts that the positive form of an operator accepts. */
function testOf({ base }: ParsedOperator, values: readonly PolicyText[]): TextTest {
  const texts = values.map(({ text }) => text);
  const relation = RELATIONS[base.positive.replace(/^(Numeric|Date)/, '')];
  switch (base.family) {
    case 'String':
      if (base.wildcards) return textTest(values.map(({ segments }) => globOf(segments)));
      return textTest(texts.map((text) => literalGlob(text, base.positive === 'StringEqualsIgnoreCase')));
    case 'Arn':
      return textTest(values.flatMap(({ segments }) => arnGlobOf(segments) ?? []));
    case 'Numeric':
      return numberTest(relation ?? 'Equals', texts);
    case 'Date':
      return instantTest(relation ?? 'Equals', texts);
    case 'Bool':
      return truthTest(texts);
    case 'Binary':
      return bytesTest(texts);
    case 'IpAddress':
      return addressTest(texts);
    case 'Null':
      return textTest([]);
    default:
      return base.family satisfies never;
  }
}

const RELATIONS: Readonly<Record<string, Order>> = {
  Equals: 'Equals',
  LessThan: 'LessThan',
  LessThanEquals: 'LessThanEquals',
  GreaterThan: 'GreaterThan',
  GreaterThanEquals: 'GreaterThanEquals',
};

/** What a clause says of an absent key, of one value and of a list of them (KMS-131, IAM-090, IAM-096 to IAM-100). */
function shapeOf({ qualifier, base, ifExists }: ParsedOperator, test: TextTest, values: number): Shape {
  const absent = ifExists || (qualifier === 'none' ? base.negated : qualifier === 'ForAllValues');
  // An empty list of values (IAM-015).
  if (values === 0) {
    const single = qualifier === 'none' && !ifExists && base.negated ? 'always' : 'never';
    return { absent, single, list: 'never' };
  }
  const one: SingleShape = isEmptyTest(test) ? constant(base.negated) : { test, negated: base.negated };
  if (qualifier === 'none') return { absent, single: one, list: 'never' };
  const list: ListShape =
    typeof one === 'string' ? one : { of: qualifier === 'ForAllValues' ? 'every' : 'some', ...one };
  return { absent, single: one, list };
}

function constant(holds: boolean): 'always' | 'never' {
  return holds ? 'always' : 'never';
}

function complement({ absent, single, list }: Shape): Shape {
  return { absent: !absent, single: notSingle(single), list: notList(list) };
}

function notSingle(shape: SingleShape): SingleShape {
  if (typeof shape === 'string') return constant(shape === 'never');
  return { ...shape, negated: !shape.negated };
}

function notList(shape: ListShape): ListShape {
  if (typeof shape === 'string') return constant(shape === 'never');
  return { of: shape.of === 'some' ? 'every' : 'some', test: shape.test, negated: !shape.negated };
}

/** The literal of a shape: positive where absence is false, and the negation of its complement otherwise. */
export function shapeLiteral(
  universe: Universe,
  name: string,
  shape: Shape,
  keptFromKeyPolicy = false,
): Compiled {
  if (isDerived(name.toLowerCase())) return callerLiteral(universe, name.toLowerCase(), () => shape);
  const index = universe.keyAttribute(name, keptFromKeyPolicy);
  const attribute = universe.attributes[index];
  if (attribute?.kind !== 'key') throw new Error('A condition key has an attribute.');
  const { single, list } = shape.absent ? complement(shape) : shape;
  const literal = positive(
    universe,
    index,
    attribute.single ? single : 'never',
    attribute.list ? list : 'never',
  );
  if (literal === 'never') return shape.absent ? 'always' : 'never';
  return shape.absent ? negate(literal) : literal;
}

/** The literal of a condition that is false of an absent key. */
function positive(
  universe: Universe,
  index: number,
  single: SingleShape,
  list: ListShape,
): Literal | 'never' {
  const attribute = universe.attributes[index];
  if (single === 'never' && list === 'never') return 'never';
  const onlyPresence =
    attribute?.kind === 'key' &&
    (single === 'always' || !attribute.single) &&
    (list === 'always' || !attribute.list);
  return onlyPresence ? universe.present(index) : universe.key(index, single, list);
}
