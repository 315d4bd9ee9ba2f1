import { describe, expect, test } from 'vitest';
import { plain } from '#engine/explain/phrase.ts';
import { prove } from '../prove.ts';
import { proverFor, scenarioWith } from '../testing/provers.ts';
import { differencesByConditions, type GeneralDifference } from './conditions.ts';

const APP = 'arn:aws:iam::111122223333:role/App';

function allow(parts: object = {}): object {
  return { Effect: 'Allow', Principal: { AWS: APP }, Action: 'kms:Decrypt', Resource: '*', ...parts };
}

function differences(before: readonly object[], after: readonly object[]): readonly GeneralDifference[] {
  return differencesByConditions(proverFor([before, after])).differences;
}

function told(before: readonly object[], after: readonly object[]): readonly string[] {
  return differences(before, after).flatMap(({ parts }) => parts.map(({ sentence }) => plain(sentence)));
}

describe('the words for a new statement', () => {
  test.each<[string, object, string]>([
    ['nothing', {}, ''],
    [
      'equal',
      { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      'kms:ViaService is s3.us-east-1.amazonaws.com',
    ],
    [
      'unlike',
      { StringNotLike: { 'kms:ViaService': ['s3.*', 'rds.*'] } },
      'kms:ViaService is absent or not like s3.* or rds.*',
    ],
    [
      'if it exists',
      { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a' } },
      'aws:PrincipalOrgID is absent or is o-a',
    ],
    ['absent', { Null: { 'aws:PrincipalOrgID': 'true' } }, 'aws:PrincipalOrgID is absent'],
    ['there', { Null: { 'aws:PrincipalOrgID': 'false' } }, 'aws:PrincipalOrgID is there'],
    [
      'there and not',
      { Null: { 'aws:SourceVpc': 'false' }, StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
      'aws:SourceVpc is there and aws:SourceVpc is not vpc-1',
    ],
    [
      'both, of which few values are left',
      {
        StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] },
        StringNotEquals: { 'aws:SourceVpc': 'vpc-1' },
      },
      'aws:SourceVpc is vpc-2',
    ],
    [
      'numbers',
      { NumericLessThanEquals: { 'kms:RotationPeriodInDays': '90' } },
      'kms:RotationPeriodInDays is at most 90',
    ],
    [
      'dates',
      { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      'aws:CurrentTime is after 2026-01-01T00:00:00Z',
    ],
    [
      'addresses',
      { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      'aws:SourceIp is absent or not in 203.0.113.0/24',
    ],
    [
      'every value',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } },
      'every value of aws:TagKeys is a',
    ],
    [
      'some value',
      { 'ForAnyValue:StringLike': { 'aws:TagKeys': 'a*' } },
      'some value of aws:TagKeys is like a*',
    ],
    ['no value', { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': 'a' } }, 'no value of aws:TagKeys is a'],
    [
      'some other value',
      { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } },
      'some value of aws:TagKeys is not a',
    ],
    [
      'some value, or none at all',
      { 'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': 'a' } },
      'aws:TagKeys is absent or some value of it is a',
    ],
    ['what follows from the caller', { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/A*' } }, ''],
    [
      'a variable',
      { StringEquals: { 'kms:EncryptionContext:team': '${aws:PrincipalTag/team}' } },
      'kms:EncryptionContext:team is ${aws:PrincipalTag/team}',
    ],
  ])('%s', (_, Condition, words) => {
    const when = words === '' ? '' : ` when ${words}`;
    expect(told([], [allow({ Condition })])).toEqual([`kms:Decrypt by ${APP}${when}`]);
  });

  test.each<[string, object, string]>([
    [
      'anyone',
      { Principal: '*', Action: 'kms:Decrypt' },
      'kms:Decrypt by anyone but federated users of an account that is not named',
    ],
    [
      'an account',
      { Principal: { AWS: '111122223333' } },
      'kms:Decrypt by anyone in account 111122223333 but federated users',
    ],
    [
      'a service',
      { Principal: { Service: 'logs.us-east-1.amazonaws.com' } },
      'kms:Decrypt by logs.us-east-1.amazonaws.com',
    ],
    [
      'callers by name, of a star',
      { Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/A*' } } },
      'kms:Decrypt by anyone when aws:PrincipalArn is like arn:aws:iam::*:role/A*',
    ],
    ['every action', { Action: 'kms:*' }, `every action by ${APP}`],
    [
      'actions by pattern',
      { Action: ['kms:GenerateDataKey*', 'kms:Decrypt'] },
      `kms:Decrypt and kms:GenerateDataKey* by ${APP}`,
    ],
    ['all but some actions', { NotAction: 'kms:Put*' }, `every action but kms:PutKeyPolicy by ${APP}`],
  ])('%s', (_, parts, words) => {
    const { Action, ...rest } = { Action: 'kms:Decrypt', ...parts };
    const statement =
      'NotAction' in parts ? { ...allow(rest), Action: undefined } : allow({ ...rest, Action });
    expect(told([], [statement])).toEqual([words]);
  });
});

test('conditions that were dropped are told by their opposite, each part as general as it can be', () => {
  const before = allow({
    Sid: 'Use',
    Condition: {
      StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
      StringLike: { 'aws:PrincipalTag/team': 'a*' },
    },
  });
  const after = allow({ Sid: 'Use', Action: ['kms:Decrypt', 'kms:Encrypt'] });
  expect(told([before], [after])).toEqual([
    `kms:Decrypt and kms:Encrypt by ${APP} when kms:ViaService is absent or not s3.us-east-1.amazonaws.com`,
    `kms:Decrypt and kms:Encrypt by ${APP} when aws:PrincipalTag/team is absent or not like a*`,
    `kms:Encrypt by ${APP}`,
  ]);
  const [difference] = differences([before], [after]);
  expect(difference).toMatchObject({ direction: 'widened', ref: 'key#Use', covers: 'all', open: [] });
  // Each part shows a request of its own.
  const viaService = 's3.us-east-1.amazonaws.com';
  expect(difference?.parts.map(({ witness }) => witness.request)).toEqual([
    { principal: APP, action: 'kms:Decrypt' },
    { principal: APP, action: 'kms:Decrypt', viaService },
    { principal: APP, action: 'kms:Encrypt', viaService, context: { 'aws:PrincipalTag/team': 'aexample' } },
  ]);
});

test('what a Deny newly takes is told from the later version’s side', () => {
  const deny = { Sid: 'D', Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' };
  const Condition = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a' } };
  const [difference, ...others] = differences([allow()], [allow(), { ...deny, Condition }]);
  expect(others).toEqual([]);
  expect(difference).toMatchObject({
    direction: 'narrowed',
    reason: { kind: 'denied', ref: 'key#D' },
    parts: [{ before: 'direct', after: 'none' }],
  });
  expect(difference?.parts.map(({ sentence }) => plain(sentence))).toEqual([
    `kms:Decrypt by ${APP} when aws:PrincipalOrgID is absent or not o-a`,
  ]);
});

describe('how much of a difference is covered', () => {
  test('all that AWS sends, where the rest is never sent', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
    const [dropped] = differences([allow({ Condition })], [allow()]);
    // Without TLS nobody gets to KMS, so that part is left out.
    expect(dropped).toMatchObject({ covers: 'sent', parts: [{ facts: [] }] });
    const tagged = allow({ Condition: { StringEquals: { 'aws:ResourceTag/a': 'b' } } });
    expect(differences([], [tagged])).toMatchObject([
      { covers: 'all', parts: [{ facts: [{ rule: 'KMS-134' }] }] },
    ]);
  });

  test('all that AWS sends, where the evaluator cannot be asked about the rest', () => {
    // A grant looks at the encryption context itself: the keys that tell of it never say otherwise.
    const grants = JSON.stringify({
      Grants: [
        {
          GrantId: 'abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789',
          GranteePrincipal: APP,
          Operations: ['Decrypt'],
          Constraints: { EncryptionContextSubset: { tenant: 'a1' } },
        },
      ],
    });
    const granted = (...Statement: readonly object[]) => {
      const scenario = scenarioWith({ Version: '2012-10-17', Statement });
      const keys = scenario.keys.map((key) => ({ ...key, grants: { id: 'grants', text: grants } }));
      return { ...scenario, keys };
    };
    const question = { kind: 'conditions', before: granted() } as const;
    const proof = prove({ scenario: granted(allow()), question });
    expect(proof).toMatchObject({ answer: { differences: [{ covers: 'sent', open: [] }] } });
    const parts = proof.kind === 'conditions' ? (proof.answer.differences[0]?.parts ?? []) : [];
    expect(parts.map(({ sentence }) => plain(sentence))).toEqual([
      `kms:Decrypt by ${APP} when kms:EncryptionContext:tenant is absent or not a1`,
    ]);
  });

  test('some of it, where there are too many parts or too little work', () => {
    const spared = Array.from({ length: 20 }, (_, at) => ({
      Sid: `D${at}`,
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringEquals: { [`aws:PrincipalTag/a${at}`]: 'x', [`aws:PrincipalTag/b${at}`]: 'y' } },
    }));
    const [many] = differences([], [allow(), ...spared]);
    expect(many).toMatchObject({ covers: 'more', open: [] });
    expect(many?.parts).toHaveLength(16);
    const hard = proverFor([[], [allow(), ...spared]], { steps: 3, moves: 400 });
    const [stopped] = differencesByConditions(hard).differences;
    expect(stopped).toMatchObject({ covers: 'more', open: [{ why: 'work' }] });
  });
});

test('the question is asked as any other, and answered alike each time', () => {
  const scenario = scenarioWith({ Version: '2012-10-17', Statement: [allow()] });
  const before = scenarioWith({ Version: '2012-10-17', Statement: [allow({ Action: 'kms:Encrypt' })] });
  const ask = () => prove({ scenario, question: { kind: 'conditions', before } });
  expect(ask()).toMatchObject({
    kind: 'conditions',
    answer: { differences: [{ direction: 'widened' }, { direction: 'narrowed' }] },
  });
  expect(ask()).toEqual(ask());
});
