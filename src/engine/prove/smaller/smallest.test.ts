import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import { prove } from '../prove.ts';
import { opinionOn } from '../testing/diagram.ts';
import { scenarioWith } from '../testing/provers.ts';
import { statements as policies, type TestStatement } from '../testing/statements.ts';
import { usualWork, type WorkLimit } from '../work.ts';

const OWN = '111122223333';
const APP = `arn:aws:iam::${OWN}:role/App`;
const OTHER = `arn:aws:iam::${OWN}:role/Other`;

function allow(parts: object = {}): object {
  return { Effect: 'Allow', Principal: { AWS: APP }, Action: 'kms:Decrypt', Resource: '*', ...parts };
}

function smallest(statements: readonly object[], limit: WorkLimit = usualWork) {
  const scenario = scenarioWith({ Version: '2012-10-17', Statement: statements });
  const proof = prove({ scenario, question: { kind: 'smallest' }, limit });
  if (proof.kind !== 'smallest') throw new Error(`Answered as ${proof.kind}.`);
  return proof.answer;
}

/** The statements that are left; undefined where none is smaller. */
function left(...statements: readonly object[]): readonly object[] | undefined {
  const answer = smallest(statements);
  return answer.kind === 'proved' ? JSON.parse(answer.smaller.text).Statement : undefined;
}

describe('what is left out', () => {
  test.each<[string, object, object | undefined]>([
    ['an action that a pattern has', { Action: ['kms:*', 'kms:Decrypt'] }, { Action: ['kms:*'] }],
    ['an action in other letters', { Action: ['kms:Decrypt', 'kms:DECRYPT'] }, { Action: ['kms:Decrypt'] }],
    [
      'an action of another service',
      { Action: ['kms:Decrypt', 's3:GetObject'] },
      { Action: ['kms:Decrypt'] },
    ],
    [
      'a principal that stands there twice',
      { Principal: { AWS: [APP, OTHER, APP] } },
      { Principal: { AWS: [APP, OTHER] } },
    ],
    ['a principal that everyone includes', { Principal: { AWS: ['*', APP] } }, { Principal: { AWS: ['*'] } }],
    [
      'a kind of principals',
      { Principal: { AWS: '*', Federated: 'accounts.google.com' } },
      { Principal: { AWS: '*' } },
    ],
    ['a resource', { Resource: ['*', 'arn:aws:s3:::x'] }, { Resource: ['*'] }],
    [
      'a value that a pattern has',
      { Condition: { StringLike: { 'kms:ViaService': ['s3.*', 's3.eu-*'] } } },
      { Condition: { StringLike: { 'kms:ViaService': ['s3.*'] } } },
    ],
    [
      'a condition that always holds',
      { Condition: { StringEquals: { 'kms:CallerAccount': OWN }, Null: { 'aws:SourceVpc': 'true' } } },
      { Condition: { Null: { 'aws:SourceVpc': 'true' } } },
    ],
    ['the only condition', { Condition: { StringEquals: { 'kms:CallerAccount': OWN } } }, {}],
    [
      'nothing of use',
      {
        Action: ['kms:Decrypt', 'kms:Encrypt'],
        Principal: { AWS: [APP, OTHER] },
        Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } },
      },
      undefined,
    ],
    // Without the account IAM policies would not count; without the role they would have to.
    ['neither account nor role', { Principal: { AWS: [OWN, APP] } }, undefined],
  ])('%s', (_, parts, smaller) => {
    const expected = smaller === undefined ? undefined : [allow(smaller)];
    expect(left(allow(parts))).toEqual(expected);
  });

  test('what other statements give, too', () => {
    const both = allow({ Sid: 'Both', Action: ['kms:Decrypt', 'kms:Encrypt'] });
    const all = allow({ Sid: 'All', Principal: '*', Action: ['kms:Encrypt', 'kms:Sign'] });
    expect(left(both, all)).toEqual([{ ...both, Action: ['kms:Decrypt'] }, all]);
  });

  test('what a Deny denies of nothing that is allowed, and what another denies', () => {
    const deny = (Sid: string, Action: readonly string[]) =>
      allow({ Sid, Effect: 'Deny', Principal: '*', Action });
    const first = deny('First', ['kms:Decrypt', 'kms:Sign']);
    const second = deny('Second', ['kms:Sign', 'kms:Encrypt']);
    expect(left(allow({ Action: 'kms:*' }), first, second)).toEqual([
      allow({ Action: 'kms:*' }),
      first,
      { ...second, Action: ['kms:Encrypt'] },
    ]);
    const allowed = allow({ Action: ['kms:Decrypt', 'kms:Encrypt'] });
    expect(left(allowed, deny('D', ['kms:Decrypt', 'kms:PutKeyPolicy']))).toEqual([
      { ...allowed, Action: ['kms:Encrypt'] },
    ]);
  });
});

test('the text stays as its author typed it, and what is left out has its places in it', () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Use", "Effect": "Allow",
      "Principal": {"AWS": "${APP}"},
      "Action": [ "kms:Decrypt",
                  "kms:decrypt", "kms:Encrypt" ], "Resource": "*",
      "Condition": {
        "StringEquals": { "kms:CallerAccount": "${OWN}" }
      } }
  ]
}`;
  const scenario = scenarioWith({});
  const keys = scenario.keys.map((key) => ({ ...key, policy: { id: 'key', text } }));
  const proof = prove({ scenario: { ...scenario, keys }, question: { kind: 'smallest' } });
  if (proof.kind !== 'smallest' || proof.answer.kind !== 'proved') throw new Error('Nothing was proved.');
  const { smaller } = proof.answer;
  expect(smaller.text).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Use", "Effect": "Allow",
      "Principal": {"AWS": "${APP}"},
      "Action": [ "kms:Decrypt", "kms:Encrypt" ], "Resource": "*" }
  ]
}`);
  expect(smaller.parts.map(({ kind, text: part }) => [kind, part])).toEqual([
    ['condition', 'StringEquals kms:CallerAccount'],
    ['action', 'kms:decrypt'],
  ]);
  expect(plain(smaller.sentence)).toBe(
    'Without 1 list entry and 1 condition the policy decides every request as before.',
  );
});

test('work is one budget: with little of it nothing is claimed, and what it takes is what was given', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    allow({
      Sid: `S${at}`,
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:*'],
      Principal: { AWS: [APP, OTHER] },
    }),
  );
  expect(smallest(many)).toMatchObject({ kind: 'proved', smaller: { isLeast: true } });
  expect(smallest(many, { steps: 0, moves: 0 })).toMatchObject({ kind: 'undecided' });
  const some = smallest(many, { steps: 20, moves: 1_000_000 });
  expect(some).toMatchObject({ kind: 'proved', smaller: { isLeast: false } });
  const sentence = some.kind === 'proved' ? plain(some.smaller.sentence) : '';
  expect(sentence).toContain('Whether more can be left out is not decided.');
});

test('a smaller policy is equivalent to the whole, as decision diagrams see it', { timeout: 300_000 }, () => {
  let smaller = 0;
  for (const statements of fc.sample(policies, { numRuns: 120, seed: 20_260_101 })) {
    const answer = smallest(statements);
    if (answer.kind === 'undecided') throw new Error(JSON.stringify(statements));
    if (answer.kind === 'minimal') continue;
    smaller++;
    const fewer: readonly TestStatement[] = JSON.parse(answer.smaller.text).Statement;
    expect({ statements, ...opinionOn(statements, fewer) }).toEqual({ statements, more: false, less: false });
    // Nothing more can be left out of it.
    expect(smallest(fewer)).toMatchObject({ kind: 'minimal' });
  }
  expect(smaller).toBeGreaterThan(30);
});
