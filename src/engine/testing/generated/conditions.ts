import fc from 'fast-check';
import { naiveOperators } from '../naive/operators.ts';
import type { Json, JsonObject } from '../naive/plain.ts';
import { type ConditionFamily, conditionFamilies } from './conditionFamilies.data.ts';

/** What stands around an operator (IAM-071); the plain form is the most frequent. */
const shapes = [
  '',
  'IfExists',
  'ForAllValues:',
  'ForAnyValue:',
  'ForAllValues:IfExists',
  'ForAnyValue:IfExists',
];

const suffix = 'IfExists';

function written(shape: string, base: string): string {
  return shape.endsWith(suffix) ? `${shape.slice(0, -suffix.length)}${base}${suffix}` : `${shape}${base}`;
}

/** Every operator with every prefix and suffix, but `Null`. */
export const conditionOperatorNames: readonly string[] = shapes.flatMap((shape) =>
  naiveOperators.map((base) => written(shape, base)),
);

const values = (of: readonly Json[], empty: boolean): fc.Arbitrary<Json> => {
  const one = fc.constantFrom(...of);
  return fc.oneof(
    { weight: 5, arbitrary: one },
    { weight: 3, arbitrary: fc.array(one, { minLength: empty ? 0 : 1, maxLength: 3 }) },
  );
};

type Clause = readonly [string, string, Json];

/** The families that an operator is meant for. */
const familiesOf = (base: string): readonly ConditionFamily[] =>
  conditionFamilies.filter(({ operators }) => operators.test(base));

const baseOf = (operator: string): string => operator.replace(/^.*:/, '').replace(suffix, '');

const clauseOf = (operator: string, { keys, values: of }: ConditionFamily): fc.Arbitrary<Clause> =>
  fc.tuple(fc.constant(operator), fc.constantFrom(...keys), values(of, true));

/** Every operator name as often as any other. */
const evenClause: fc.Arbitrary<Clause> = fc.oneof(
  ...conditionOperatorNames.map((operator) =>
    fc.oneof(...familiesOf(baseOf(operator)).map((family) => clauseOf(operator, family))),
  ),
);

/** Every family of keys as often as any other: most of them have texts. */
const familyClause: fc.Arbitrary<Clause> = fc.oneof(
  ...conditionFamilies.map((family) =>
    fc
      .constantFrom(...conditionOperatorNames.filter((name) => family.operators.test(baseOf(name))))
      .chain((operator) => clauseOf(operator, family)),
  ),
);

const nullClause: fc.Arbitrary<Clause> = fc.tuple(
  fc.constantFrom('Null', 'Null', 'Null', 'ForAllValues:Null', 'ForAnyValue:Null'),
  fc.constantFrom(...conditionFamilies.flatMap(({ keys }) => keys)),
  values(['true', 'false', true, false], true),
);

const everyValue = conditionFamilies.flatMap((family) => family.values);
/** Any operator on any key: evaluated as it stands (IAM-089). */
const strangeClause: fc.Arbitrary<Clause> = fc.tuple(
  fc.constantFrom(...conditionOperatorNames),
  fc.constantFrom(...conditionFamilies.flatMap(({ keys }) => keys)),
  values(everyValue, false),
);

const clause: fc.Arbitrary<Clause> = fc.oneof(
  { weight: 8, arbitrary: evenClause },
  { weight: 2, arbitrary: familyClause },
  { weight: 1, arbitrary: nullClause },
  { weight: 1, arbitrary: strangeClause },
);

function blockOf(clauses: readonly Clause[]): JsonObject {
  const block: Record<string, Record<string, Json>> = {};
  for (const [operator, key, value] of clauses) {
    const keys = (block[operator] ??= {});
    // Two spellings of one key under one operator are a mistake in the document (IAM-014).
    if (!Object.keys(keys).some((other) => other.toLowerCase() === key.toLowerCase())) keys[key] = value;
  }
  return block;
}

/** A Condition block with one to three conditions. */
export const conditionBlock: fc.Arbitrary<JsonObject> = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(clause) },
    { weight: 1, arbitrary: fc.array(clause, { minLength: 2, maxLength: 3 }) },
  )
  .map((clauses) => blockOf(clauses));
