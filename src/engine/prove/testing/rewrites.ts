import fc from 'fast-check';
import { statements, type TestStatement } from './statements.ts';

/** Ways to write a policy differently that never change what it means. */
type Rewrite = (policy: readonly TestStatement[]) => readonly TestStatement[];

const rewrites: readonly Rewrite[] = [
  (policy) => policy.toReversed(),
  (policy) => policy.flatMap((one) => [...actionsOf(one)].map((Action) => ({ ...one, Action }))),
  (policy) =>
    policy.map((one) => ({ ...one, Action: [...actionsOf(one)].map((action) => action.toLowerCase()) })),
  (policy) => [...policy, ...policy.slice(0, 1)],
  (policy) => policy.map((one) => ({ ...one, Action: [...actionsOf(one), ...actionsOf(one)] })),
  (policy) => [...policy, neverMatching],
  (policy) =>
    policy.map((one) =>
      one.Condition === undefined ? one : { ...one, Condition: lowerKeys(one.Condition) },
    ),
  (policy) =>
    policy.map((one) => (one.Condition === undefined ? one : { ...one, Condition: turned(one.Condition) })),
  // A value list of a positive operator is an alternative: one statement each. Absence counts the same in all of them.
  (policy) => policy.flatMap(splitValues),
];

const neverMatching: TestStatement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 'kms:*',
  Resource: '*',
  Condition: {
    Null: { 'kms:EncryptionContext:app': ['true'] },
    StringEquals: { 'kms:EncryptionContext:app': ['a'] },
  },
};

function actionsOf({ Action }: TestStatement): readonly string[] {
  return typeof Action === 'string' ? [Action] : Action;
}

function lowerKeys(block: NonNullable<TestStatement['Condition']>): NonNullable<TestStatement['Condition']> {
  return Object.fromEntries(
    Object.entries(block).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key.toLowerCase(), values])),
    ]),
  );
}

function turned(block: NonNullable<TestStatement['Condition']>): NonNullable<TestStatement['Condition']> {
  return Object.fromEntries(
    Object.entries(block)
      .toReversed()
      .map(([operator, keys]) => [
        operator,
        Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, values.toReversed()])),
      ]),
  );
}

function splitValues(one: TestStatement): readonly TestStatement[] {
  for (const [operator, keys] of Object.entries(one.Condition ?? {})) {
    if (/Not|Null|ForAll/.test(operator)) continue;
    for (const [key, values] of Object.entries(keys)) {
      if (values.length < 2) continue;
      return values.map((value) => ({
        ...one,
        Condition: { ...one.Condition, [operator]: { ...keys, [key]: [value] } },
      }));
    }
  }
  return [one];
}

/** A policy and the same one written differently. */
export const rewritten: fc.Arbitrary<readonly [readonly TestStatement[], readonly TestStatement[]]> = fc
  .tuple(statements, fc.array(fc.constantFrom(...rewrites), { minLength: 1, maxLength: 3 }))
  .map(([policy, steps]) => {
    const start: readonly TestStatement[] = policy;
    return [start, steps.reduce((made, step) => step(made), start)] as const;
  });
