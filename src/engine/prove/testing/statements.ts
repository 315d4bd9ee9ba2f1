import fc from 'fast-check';
import { DERIVED } from './derivedKeys.ts';

export type TestConditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Statements for tests of the prover, with vocabularies so small that conditions meet. */
export interface TestStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: '*';
  readonly Condition?: TestConditions;
}

const texts = fc.constantFrom('a', 'ab', 'b', 'A', 'a*', '');
const globs = fc.constantFrom('a*', '*b', 'a?', '*', 'ab', '?*', 'a', '*a*b*', 'b*');

/** A condition key with the operators that read its values, and values that meet. */
interface Vocabulary {
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  readonly values: fc.Arbitrary<string>;
}

const families: readonly Vocabulary[] = [
  {
    keys: [
      'kms:EncryptionContext:app',
      'aws:PrincipalTag/team',
      'kms:EncryptionContextKeys',
      'aws:TagKeys',
      'example:Free',
    ],
    operators: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
    values: texts,
  },
  {
    keys: [
      'kms:EncryptionContext:app',
      'aws:PrincipalTag/team',
      'kms:EncryptionContextKeys',
      'aws:TagKeys',
      'example:Free',
    ],
    operators: ['StringLike', 'StringNotLike'],
    values: globs,
  },
  {
    keys: ['kms:RotationPeriodInDays'],
    operators: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
      (name) => `Numeric${name}`,
    ),
    values: fc.constantFrom('90', '91', '365', '90.5', '9e1'),
  },
  {
    keys: ['aws:CurrentTime'],
    operators: ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
      (name) => `Date${name}`,
    ),
    values: fc.constantFrom(
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00.25Z',
      '2026-01-01T00:00:00.75Z',
      '2026-01-01T00:00:01Z',
      '2027-01-01',
      '1767225600',
    ),
  },
  {
    keys: ['aws:SecureTransport', 'kms:GrantIsForAWSResource'],
    operators: ['Bool'],
    values: fc.constantFrom('true', 'false', 'TRUE'),
  },
  {
    keys: ['aws:SourceIp'],
    operators: ['IpAddress', 'NotIpAddress'],
    values: fc.constantFrom(
      '203.0.113.0/24',
      '203.0.113.0/25',
      '203.0.113.128/25',
      '203.0.112.0/20',
      '2001:db8::/32',
      '203.0.113.7',
    ),
  },
  {
    keys: ['aws:SourceArn', 'aws:PrincipalArn'],
    operators: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'],
    values: fc.constantFrom(
      'arn:aws:iam::111122223333:role/App',
      'arn:aws:iam::*:role/App*',
      'arn:aws:iam::111122223333:*',
      'arn:*:role/App',
      'arn:aws:iam::444455556666:user/*',
    ),
  },
  { keys: ['example:Bytes'], operators: ['BinaryEquals'], values: fc.constantFrom('YQ==', 'YWI=', '*') },
  {
    keys: [
      'kms:EncryptionContext:app',
      'kms:EncryptionContextKeys',
      'aws:SecureTransport',
      'aws:PrincipalTag/team',
      'aws:SourceIp',
      'aws:TagKeys',
    ],
    operators: ['Null'],
    values: fc.constantFrom('true', 'false'),
  },
  {
    keys: ['aws:PrincipalAccount', 'kms:CallerAccount'],
    operators: ['StringEquals', 'StringNotEquals', 'StringLike'],
    values: fc.constantFrom('111122223333', '444455556666', '4*'),
  },
  {
    keys: ['aws:PrincipalType'],
    operators: ['StringEquals', 'StringNotEquals'],
    values: fc.constantFrom('User', 'AssumedRole', 'Account'),
  },
];

const forms = ['', 'IfExists', 'ForAllValues:', 'ForAnyValue:'] as const;

function written(operator: string, form: (typeof forms)[number]): string {
  if (form === 'IfExists') return operator === 'Null' ? operator : `${operator}IfExists`;
  return `${form}${operator}`;
}

/** Each operator in each form on each key it can read, with two values: so that none is left to chance. */
export const everyForm: readonly TestConditions[] = families.flatMap(({ keys, operators, values }) =>
  operators.flatMap((operator) =>
    forms.flatMap((form, at) =>
      keys.map((key) => ({
        [written(operator, form)]: { [key]: fc.sample(values, { numRuns: 2, seed: at }) },
      })),
    ),
  ),
);

type Clause = readonly [operator: string, key: string, values: readonly string[]];

const clause: fc.Arbitrary<Clause> = fc.constantFrom(...families).chain(({ keys, operators, values }) =>
  fc.tuple(
    fc
      .tuple(fc.constantFrom(...operators), fc.constantFrom(...forms))
      .map(([operator, form]) => written(operator, form)),
    fc.constantFrom(...keys),
    fc.array(values, { minLength: 1, maxLength: 2 }),
  ),
);

/** Some conditions on one key that does not follow from the caller, each in a block of its own. */
export const clausesOfOneKey: fc.Arbitrary<readonly TestConditions[]> = fc
  .constantFrom(...new Set(families.flatMap(({ keys }) => keys)))
  .filter((key) => !DERIVED.has(key.toLowerCase()))
  .chain((key) => {
    const own = families.filter(({ keys }) => keys.includes(key));
    const one = fc
      .constantFrom(...own)
      .chain(({ operators, values }) =>
        fc.tuple(
          fc.constantFrom(...operators),
          fc.constantFrom(...forms),
          fc.array(values, { minLength: 1, maxLength: 3 }),
        ),
      );
    const clauseOf = one.map(([operator, form, values]) => ({
      [written(operator, form)]: { [key]: values },
    }));
    return fc.array(clauseOf, { minLength: 1, maxLength: 4 });
  });

const related: fc.Arbitrary<Clause> = fc.tuple(
  fc.constantFrom('StringEquals', 'StringNotEquals', 'StringEqualsIfExists'),
  fc.constant('kms:EncryptionContext:app'),
  fc.constant(['${aws:PrincipalTag/team}']),
);

const principals = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: 'arn:aws:iam::111122223333:root' },
  { AWS: '444455556666' },
  { AWS: 'arn:aws:iam::111122223333:role/App' },
  { AWS: ['arn:aws:iam::111122223333:user/alice', 'arn:aws:iam::444455556666:role/App'] },
  { AWS: 'arn:aws:sts::111122223333:assumed-role/App/s1' },
  { Service: 'lambda.amazonaws.com' },
  { AWS: ['111122223333', 'arn:aws:iam::111122223333:user/alice'], Service: 'lambda.amazonaws.com' },
);

const actions = fc.constantFrom<string | readonly string[]>(
  'kms:*',
  'kms:Decrypt',
  ['kms:Encrypt', 'kms:decrypt'],
  'kms:GenerateDataKey*',
  ['kms:Describe*', 'kms:*Grant'],
  '*',
  'kms:PutKeyPolicy',
);

/** Clauses as a Condition block; a second clause of the same operator and key is dropped. */
function block(clauses: readonly Clause[]): TestConditions {
  const made: Record<string, Record<string, readonly string[]>> = {};
  for (const [operator, key, values] of clauses) {
    const own = (made[operator] ??= {});
    own[key] ??= values;
  }
  return made;
}

function statementWith(of: fc.Arbitrary<Clause>): fc.Arbitrary<TestStatement> {
  return fc
    .record({
      Effect: fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Allow', 'Deny'),
      Principal: principals,
      Action: actions,
      clauses: fc.array(of, { maxLength: 3 }),
    })
    .map(({ clauses, ...rest }) => ({
      ...rest,
      Resource: '*' as const,
      ...(clauses.length === 0 ? {} : { Condition: block(clauses) }),
    }));
}

export const statement: fc.Arbitrary<TestStatement> = statementWith(clause);
export const statements = fc.array(statement, { minLength: 1, maxLength: 4 });
/** With conditions that compare one key with another. */
export const relatedStatements = fc.array(
  statementWith(fc.oneof({ weight: 3, arbitrary: clause }, { weight: 1, arbitrary: related })),
  {
    minLength: 1,
    maxLength: 3,
  },
);

const orders = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
const instants = fc.constantFrom('2026-01-01T00:00:00Z', '1767225601', '2027-01-01T00:00:00Z');

/** Conditions on the time in both of its notations, the epoch seconds read as dates or as numbers. */
function timed(family: string): fc.Arbitrary<Clause> {
  const dates = (of: string, key: string, values: fc.Arbitrary<string>) =>
    fc.tuple(
      fc.constantFrom(...orders.flatMap((name) => [`${of}${name}`, `${of}${name}IfExists`])),
      fc.constant(key),
      values.map((value) => [value]),
    );
  return fc.oneof(
    dates('Date', 'aws:CurrentTime', instants),
    dates(
      family,
      'aws:EpochTime',
      family === 'Date' ? instants : fc.constantFrom('1767225600', '1767225601'),
    ),
    fc.constantFrom<Clause>(
      ['Null', 'aws:CurrentTime', ['false']],
      ['Null', 'aws:EpochTime', ['true']],
      ['Null', 'aws:EpochTime', ['false']],
    ),
  );
}

export const timedPairs = fc.constantFrom('Date', 'Numeric').chain((family) => {
  const list = fc.array(statementWith(timed(family)), { minLength: 1, maxLength: 3 });
  return fc.tuple(list, list);
});

/** A pair of policies: unrelated, or one an edit of the other. */
export const pairs: fc.Arbitrary<readonly [readonly TestStatement[], readonly TestStatement[]]> = fc.oneof(
  fc.tuple(statements, statements),
  fc
    .tuple(statements, statement, fc.nat())
    .map(([one, other, at]) => [one, one.toSpliced(at % one.length, 1, other)] as const),
  fc.tuple(statements, statement).map(([one, other]) => [one, [...one, other]] as const),
  fc.tuple(statements, clause, fc.nat()).map(([one, [operator, key, values], at]) => {
    const index = at % one.length;
    return [
      one,
      one.map((each, position) =>
        position === index
          ? {
              ...each,
              Condition: { ...each.Condition, [operator]: { ...each.Condition?.[operator], [key]: values } },
            }
          : each,
      ),
    ] as const;
  }),
);
