import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  ALICE,
  allow,
  BOB,
  boundary,
  deny,
  type Fields,
  identity,
  KEY,
  keyPolicy,
  openOutcomeOf,
  policy,
  ROLE,
  SESSION,
} from './testing/decisions.ts';

const all = allow('kms:*');
/** True of some requests and false of others. */
const sometimes: Fields = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const decided = (request: Fields, key: Fields, scenario: Fields = {}): string =>
  openOutcomeOf(request, key, scenario).decision;

/** A key policy of statements about Alice. */
const alice = (...statements: readonly Fields[]): Fields => ({
  policy: policy(...statements.map((one) => ({ ...one, Principal: { AWS: ALICE } }))),
});

describe('a question about many requests, one statement and another', () => {
  test.each<[string, readonly Fields[], string]>([
    ['nothing', [], 'implicitDeny'],
    ['Allow', [all], 'allowed'],
    ['Allow sometimes', [allow('kms:*', sometimes)], 'depends'],
    ['Allow, Allow sometimes', [all, allow('kms:*', sometimes)], 'allowed'],
    ['Allow sometimes, Allow', [allow('kms:*', sometimes), all], 'allowed'],
    ['Allow, Deny sometimes', [all, deny('kms:*', sometimes)], 'depends'],
    ['Deny sometimes alone', [deny('kms:*', sometimes)], 'implicitDeny'],
    ['Allow, Deny sometimes, Deny', [all, deny('kms:*', sometimes), deny('kms:*')], 'explicitDeny'],
    ['Allow, Deny, Deny sometimes', [all, deny('kms:*'), deny('kms:*', sometimes)], 'explicitDeny'],
    ['Allow sometimes, Deny', [allow('kms:*', sometimes), deny('kms:*')], 'explicitDeny'],
    ['Allow sometimes, and of another action', [allow('kms:*', sometimes), allow('kms:Encrypt')], 'depends'],
    [
      'a condition that never holds and one that sometimes does',
      [
        allow('kms:*', {
          Condition: { ...(sometimes['Condition'] as Fields), Null: { 'aws:username': 'true' } },
        }),
      ],
      'implicitDeny',
    ],
  ])('%s', (_, statements, expected) => {
    expect(decided({ principal: ALICE }, alice(...statements))).toBe(expected);
  });

  test('Deny of every class is asked, Allow of a class that is open already is not needed', () => {
    const named = { ...all, Principal: { AWS: ALICE } };
    const account = { ...allow('kms:*', sometimes), Principal: { AWS: ACCOUNT } };
    const both = openOutcomeOf({ principal: ALICE }, { policy: policy(account, named) });
    expect([both.decision, both.paths.direct, both.paths.delegated]).toEqual(['allowed', 'true', 'unknown']);
  });
});

describe('a question about many requests, several policies of one kind', () => {
  const policies = (...documents: readonly Fields[]): Fields => ({
    identities: [
      { arn: ALICE, policies: documents.map((one, index) => ({ name: `p${index}`, document: policy(one) })) },
    ],
  });
  const denyUnless = deny('kms:*', sometimes);

  test.each<[string, readonly Fields[], string]>([
    ['Deny sometimes, then silence', [denyUnless, allow('s3:*')], 'depends'],
    ['silence, then Deny sometimes', [allow('s3:*'), denyUnless], 'depends'],
    ['Deny sometimes, then Deny', [denyUnless, deny('kms:*')], 'explicitDeny'],
    ['Deny, then Deny sometimes', [deny('kms:*'), denyUnless], 'explicitDeny'],
    ['Deny, then silence', [deny('kms:*'), allow('s3:*')], 'explicitDeny'],
    ['silence twice', [allow('s3:*'), allow('s3:*')], 'allowed'],
  ])('%s', (_, documents, expected) => {
    expect(decided({ principal: ALICE }, alice(all), policies(...documents))).toBe(expected);
  });

  test.each<[string, readonly Fields[], string]>([
    ['Allow sometimes, then silence', [allow('kms:*', sometimes), allow('s3:*')], 'depends'],
    ['silence, then Allow sometimes', [allow('s3:*'), allow('kms:*', sometimes)], 'depends'],
    ['Allow sometimes, then Allow', [allow('kms:*', sometimes), all], 'allowed'],
    ['silence twice', [allow('s3:*'), allow('s3:*')], 'implicitDeny'],
  ])('delegated, %s', (_, documents, expected) => {
    expect(decided({ principal: ALICE }, keyPolicy({ AWS: ACCOUNT }), policies(...documents))).toBe(expected);
  });
});

describe('what a scenario does not say of a caller is open', () => {
  const delegating = keyPolicy({ AWS: ACCOUNT });
  const bound = (...statements: readonly Fields[]): Fields => ({
    identities: [{ arn: ROLE, ...boundary(...statements) }],
  });

  test.each<[string, Fields, Fields, Fields, string]>([
    ['the account, policies not known', { principal: ALICE }, delegating, {}, 'depends'],
    [
      'the account, policies known and silent',
      { principal: ALICE },
      delegating,
      { identities: [{ arn: ALICE }] },
      'implicitDeny',
    ],
    ['the user, policies not known', { principal: ALICE }, alice(all), {}, 'allowed'],
    ['another account, policies not known', { principal: BOB, resource: KEY }, keyPolicy('*'), {}, 'depends'],
    [
      'another account, known and silent',
      { principal: BOB, resource: KEY },
      keyPolicy('*'),
      { identities: [{ arn: BOB }] },
      'implicitDeny',
    ],
    ['the root user', { principal: ACCOUNT }, delegating, {}, 'allowed'],
    ['an anonymous caller', { principal: 'anonymous' }, keyPolicy('*'), {}, 'implicitDeny'],
    ['a service', { principal: 'logs.us-west-2.amazonaws.com' }, keyPolicy('*'), {}, 'allowed'],
    [
      'a service, nobody named',
      { principal: 'logs.us-west-2.amazonaws.com' },
      delegating,
      {},
      'implicitDeny',
    ],
    [
      'a role, boundary allows sometimes',
      { principal: SESSION },
      keyPolicy({ AWS: ROLE }),
      bound(allow('kms:*', sometimes)),
      'depends',
    ],
    [
      'a session, boundary denies sometimes',
      { principal: SESSION },
      keyPolicy({ AWS: SESSION }),
      bound(deny('kms:*', sometimes)),
      'depends',
    ],
    ['a list, policies not known', { principal: ALICE, action: 'kms:ListKeys' }, {}, {}, 'depends'],
    [
      'a list, policies known',
      { principal: ALICE, action: 'kms:ListKeys' },
      {},
      { identities: [identity(ALICE, all)] },
      'allowed',
    ],
  ])('%s', (_, request, key, scenario, expected) => {
    expect(decided(request, key, scenario)).toBe(expected);
  });

  test('what is known when a request is asked is not open', () => {
    expect(openOutcomeOf({ principal: ALICE }, delegating).paths.delegated).toBe('unknown');
    const silent = openOutcomeOf({ principal: ALICE }, delegating, { identities: [{ arn: ALICE }] });
    expect(silent.paths.delegated).toBe('false');
  });
});

describe('variables in resources of a question about many requests', () => {
  const tagged = `arn:aws:kms:us-west-2:${ACCOUNT}:key/\${kms:EncryptionContext:key}`;
  const own = (statement: Fields): Fields => ({
    identities: [identity(ALICE, { Effect: 'Allow', Action: 'kms:*', ...statement })],
  });

  test.each<[string, Fields, string]>([
    ['Resource', { Resource: tagged }, 'depends'],
    ['NotResource', { NotResource: tagged }, 'depends'],
    ['Resource, and the key itself', { Resource: [tagged, KEY] }, 'allowed'],
    ['NotResource, and the key itself', { NotResource: [tagged, KEY] }, 'implicitDeny'],
    ['Resource, and another key', { Resource: [tagged, `${KEY}x`] }, 'depends'],
    ['another key and Resource', { Resource: [`${KEY}x`, tagged] }, 'depends'],
  ])('%s', (_, statement, expected) => {
    expect(decided({ principal: ALICE }, keyPolicy({ AWS: ACCOUNT }), own(statement))).toBe(expected);
  });
});

describe('layers that must allow besides, of a question about many requests', () => {
  const accounts = [{ id: ACCOUNT, organization: 'o-1', path: ['r-1'] }];
  const scp = (...statements: readonly Fields[]): Fields => ({
    accounts,
    organizationPolicies: [
      {
        type: 'SERVICE_CONTROL_POLICY',
        name: 'p',
        targets: ['r-1', ACCOUNT],
        document: policy(...statements),
      },
    ],
  });

  test.each<[string, readonly Fields[], string, string]>([
    ['allows', [allow('*')], 'allowed', 'true'],
    ['allows sometimes', [allow('*', sometimes)], 'depends', 'unknown'],
    ['denies sometimes', [allow('*'), deny('*', sometimes)], 'depends', 'true'],
    ['does not allow', [allow('s3:*')], 'implicitDeny', 'false'],
  ])('an SCP that %s', (_, statements, expected, filter) => {
    const outcome = openOutcomeOf({ principal: ALICE }, alice(all), scp(...statements));
    expect([outcome.decision, outcome.filters.scp]).toEqual([expected, filter]);
  });
});

test('anyone outside the accounts of a scenario is in another account (KMS-030)', () => {
  const everyone = { policy: policy(allow('kms:*', { Principal: '*' })) };
  const anyone = (action: string, account?: string) =>
    openOutcomeOf({ principal: ALICE, action }, everyone, {}, { kind: 'anyone', account });
  expect(anyone('kms:Decrypt')).toMatchObject({ decision: 'depends', bar: undefined });
  expect(anyone('kms:GetKeyPolicy')).toMatchObject({ decision: 'implicitDeny', bar: 'crossAccount' });
  expect(anyone('kms:ListKeys')).toMatchObject({ decision: 'depends', bar: undefined });
  expect(anyone('kms:GetKeyPolicy', '444455556666')).toMatchObject({ bar: 'crossAccount' });
  expect(anyone('kms:GetKeyPolicy', ACCOUNT)).toMatchObject({ decision: 'allowed', bar: undefined });
});
