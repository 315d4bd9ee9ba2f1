import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCondition } from './compileCondition.ts';
import { contextWith, isCaseSensitive, lawKey, laws, positiveOf, type LawSample } from './laws.ts';
import type { ConditionOperator, OperatorFamily } from './operator.ts';
import { conditionOperators } from './operators.ts';
import { clauseOf } from './testInputs.ts';

const arnParts = fc
  .tuple(
    fc.constantFrom('kms', '*', 'iam'),
    fc.constantFrom('us-west-2', 'us-*', '', '*'),
    fc.constantFrom('111122223333', '4444*', '*'),
    fc.constantFrom('key/1', 'key/*', 'role/a:b', '*', '?ey/1'),
  )
  .map((fields) => `arn:aws:${fields.join(':')}`);

/** Few different values, so that they meet often; some that are none of the family's. */
const valuesOf: Record<OperatorFamily, fc.Arbitrary<string>> = {
  String: fc.constantFrom('', 'a', 'A', 'ab', 'a*', '*', '?', 'a?', '*b', 'é', 'É', '${*}', 'team:a/b'),
  Numeric: fc.oneof(
    fc.constantFrom('0', '-0', '1', '1.0', '01', '1e0', '10', '9.5', '-3', '1e999', '-1e-999', 'x', ''),
    fc.integer({ min: -3, max: 3 }).map(String),
  ),
  Date: fc.constantFrom(
    '0',
    '1577836800',
    '2020-01-01T00:00:00Z',
    '2020-01-01T01:00:00+01:00',
    '2020-01-01T00:00:00.5Z',
    '2020-01-01',
    '2020',
    '2019-12-31T23:59:59Z',
    'yesterday',
  ),
  Bool: fc.constantFrom('true', 'false', 'True', 'FALSE', 'yes', ''),
  Binary: fc.constantFrom('', 'QQ==', 'QR==', 'QUI=', 'QUJD', 'qujd', 'no base64'),
  IpAddress: fc.constantFrom(
    '203.0.113.9',
    '203.0.113.0/24',
    '203.0.113.77/24',
    '0.0.0.0/0',
    '2001:db8::/32',
    '2001:DB8::1',
    '::/0',
    '203.0.113',
    'x',
  ),
  Arn: fc.oneof(arnParts, fc.constantFrom('*', 'arn:aws:kms', 'not an arn')),
  Null: fc.constantFrom('true', 'false', 'True', '', 'x'),
};

function sampleOf({ family }: ConditionOperator): fc.Arbitrary<LawSample> {
  const lists = fc.array(valuesOf[family], { minLength: 1, maxLength: 4 });
  return fc.record({ policy: lists, request: lists });
}

describe.each(conditionOperators.map((operator) => [operator.name, operator] as const))(
  '%s',
  (_, operator) => {
    test.each(laws.filter((law) => law.concerns(operator)).map((law) => [law.rule, law.name, law] as const))(
      '%s: %s',
      (_rule, _name, law) => {
        fc.assert(
          fc.property(sampleOf(operator), (sample) => {
            expect(law.holds(operator, sample)).toBe(true);
          }),
          { numRuns: 30 },
        );
      },
    );

    test('case of values', () => {
      const examples: Record<OperatorFamily, readonly [policy: string, request: string]> = {
        String: ['Team', 'tEAM'],
        Numeric: ['1e3', '1E3'],
        Date: ['2020-01-01T00:00:00Z', '2020-01-01t00:00:00z'],
        Bool: ['true', 'TRUE'],
        Binary: ['QUJD', 'qujd'],
        IpAddress: ['2001:db8::a', '2001:DB8::A'],
        Arn: ['arn:aws:iam::111122223333:role/App', 'arn:aws:iam::111122223333:role/app'],
        Null: ['TRUE', 'unused'],
      };
      const [policy, request] = examples[operator.family];
      const positive = positiveOf(operator);
      // Equality is the question; the other relations of a family read values the same way.
      const name = positive?.name.replace(/(Less|Greater)Than(Equals)?$/, 'Equals') ?? '';
      const context = contextWith(
        operator.family === 'Null' ? { kind: 'absent' } : { kind: 'single', value: request },
      );
      const truth = compileCondition(clauseOf(name, [policy], lawKey), true).test(context);
      expect(truth).toBe(isCaseSensitive(operator) ? 'false' : 'true');
    });
  },
);

test('the table holds the operators AWS documents, each with its positive form', () => {
  const relations = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
  const documented = [
    'StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike',
    'Bool BinaryEquals IpAddress NotIpAddress ArnEquals ArnLike ArnNotEquals ArnNotLike Null',
    ...relations.map((relation) => `Numeric${relation} Date${relation}`),
  ].flatMap((line) => line.split(' '));
  expect(conditionOperators.map((operator) => operator.name).toSorted()).toEqual(documented.toSorted());
  for (const operator of conditionOperators) {
    expect(positiveOf(operator)).toMatchObject({ negated: false, family: operator.family });
    expect(operator.negated).toBe(operator.name.includes('Not'));
    expect(operator.negated).toBe(operator.positive !== operator.name);
  }
});
