import { describe, expect, test } from 'vitest';
import { ownSide } from './decide.ts';
import { saysNothing } from './statementMatch.ts';
import {
  ACCOUNT,
  ALICE,
  allow,
  ask,
  askedOf,
  BOB,
  boundary,
  deny,
  identity,
  KEY,
  keyPolicy,
  outcomeOf,
  policy,
  ROLE,
  SERVICE,
  SESSION,
  type Fields,
} from './testing/decisions.ts';

const CAROL = `arn:aws:sts::${ACCOUNT}:federated-user/carol`;
const all = allow('kms:*');
const none = allow('kms:Encrypt');

/** Same account: who is named, what IAM policies, boundary and session policy say, and the result (IAM section 6.3). */
describe('in the account of the key', () => {
  test.each<[string, Fields | string, Fields, Fields, string]>([
    [
      'nobody named, IAM allows',
      { AWS: BOB },
      { principal: ALICE },
      { identities: [identity(ALICE, all)] },
      'implicitDeny',
    ],
    ['account, no IAM', { AWS: ACCOUNT }, { principal: ALICE }, {}, 'implicitDeny'],
    [
      'account, IAM allows',
      { AWS: ACCOUNT },
      { principal: ALICE },
      { identities: [identity(ALICE, all)] },
      'allowed',
    ],
    [
      'account, IAM allows something else',
      { AWS: ACCOUNT },
      { principal: ALICE },
      { identities: [identity(ALICE, none)] },
      'implicitDeny',
    ],
    [
      'account, IAM and boundary allow',
      { AWS: ACCOUNT },
      { principal: ALICE },
      { identities: [{ ...identity(ALICE, all), ...boundary(all) }] },
      'allowed',
    ],
    [
      'account, boundary does not',
      { AWS: ACCOUNT },
      { principal: ALICE },
      { identities: [{ ...identity(ALICE, all), ...boundary(none) }] },
      'implicitDeny',
    ],
    ['user, no IAM', { AWS: ALICE }, { principal: ALICE }, {}, 'allowed'],
    [
      'user, boundary does not',
      { AWS: ALICE },
      { principal: ALICE },
      { identities: [{ arn: ALICE, ...boundary(none) }] },
      'allowed',
    ],
    [
      'user, IAM denies',
      { AWS: ALICE },
      { principal: ALICE },
      { identities: [identity(ALICE, deny('kms:*'))] },
      'explicitDeny',
    ],
    [
      'user, boundary denies',
      { AWS: ALICE },
      { principal: ALICE },
      { identities: [{ arn: ALICE, ...boundary(deny('kms:*')) }] },
      'explicitDeny',
    ],
    [
      'everyone, boundary does not',
      '*',
      { principal: ALICE },
      { identities: [{ arn: ALICE, ...boundary(none) }] },
      'allowed',
    ],
    ['role, no IAM', { AWS: ROLE }, { principal: SESSION }, {}, 'allowed'],
    [
      'role, boundary does not',
      { AWS: ROLE },
      { principal: SESSION },
      { identities: [{ arn: ROLE, ...boundary(none) }] },
      'implicitDeny',
    ],
    [
      'role, boundary does',
      { AWS: ROLE },
      { principal: SESSION },
      { identities: [{ arn: ROLE, ...boundary(all) }] },
      'allowed',
    ],
    [
      'role, session policy does not',
      { AWS: ROLE },
      { principal: SESSION, session: { policies: [policy(none)] } },
      {},
      'implicitDeny',
    ],
    [
      'role, session policy does',
      { AWS: ROLE },
      { principal: SESSION, session: { policies: [policy(none), policy(all)] } },
      {},
      'allowed',
    ],
    [
      'session, neither does',
      { AWS: SESSION },
      { principal: SESSION, session: { policies: [policy(none)] } },
      { identities: [{ arn: ROLE, ...boundary(none) }] },
      'allowed',
    ],
    [
      'session, session policy denies',
      { AWS: SESSION },
      { principal: SESSION, session: { policies: [policy(deny('kms:*'))] } },
      {},
      'explicitDeny',
    ],
    ['federated user by name', { AWS: CAROL }, { principal: CAROL }, {}, 'allowed'],
    [
      'its user, no session policy',
      { AWS: ALICE },
      { principal: CAROL, session: { issuer: ALICE } },
      {},
      'implicitDeny',
    ],
    [
      'its user, session policy allows',
      { AWS: ALICE },
      { principal: CAROL, session: { issuer: ALICE, policies: [policy(all)] } },
      {},
      'allowed',
    ],
    [
      'its user, boundary does not',
      { AWS: ALICE },
      { principal: CAROL, session: { issuer: ALICE, policies: [policy(all)] } },
      { identities: [{ arn: ALICE, ...boundary(none) }] },
      'implicitDeny',
    ],
    ['root user, nobody named', { AWS: BOB }, { principal: ACCOUNT }, {}, 'implicitDeny'],
    ['root user, account', { AWS: ACCOUNT }, { principal: ACCOUNT }, {}, 'allowed'],
    ['service, by name', { Service: SERVICE }, { principal: SERVICE }, {}, 'allowed'],
    ['service, everyone', '*', { principal: SERVICE }, {}, 'allowed'],
    ['service, every AWS identity', { AWS: '*' }, { principal: SERVICE }, {}, 'implicitDeny'],
    ['service, by account', { AWS: ACCOUNT }, { principal: SERVICE }, {}, 'implicitDeny'],
    [
      'service for the caller, named as service',
      { Service: 's3.amazonaws.com' },
      { principal: ALICE, viaService: 's3.us-west-2.amazonaws.com' },
      {},
      'implicitDeny',
    ],
    ['nobody signed', '*', { principal: 'anonymous' }, {}, 'implicitDeny'],
  ])('%s', (_, named, request, scenario, expected) => {
    expect(ask(request, keyPolicy(named), scenario)).toBe(expected);
  });
});

describe('from another account', () => {
  const from = (more: Fields = {}) => ({ principal: BOB, resource: KEY, ...more });
  const having = (...statements: readonly Fields[]) => ({ identities: [identity(BOB, ...statements)] });

  test.each<[string, Fields | string, Fields, Fields, string]>([
    ['named, no IAM', { AWS: BOB }, from(), {}, 'implicitDeny'],
    ['named, IAM allows', { AWS: BOB }, from(), having(all), 'allowed'],
    ['its account, IAM allows', { AWS: '444455556666' }, from(), having(all), 'allowed'],
    ['its account, no IAM', { AWS: '444455556666' }, from(), {}, 'implicitDeny'],
    ['everyone, no IAM', '*', from(), {}, 'implicitDeny'],
    ['everyone, IAM allows', '*', from(), having(all), 'allowed'],
    ['nobody, IAM allows', { AWS: ALICE }, from(), having(all), 'implicitDeny'],
    [
      'named, boundary does not',
      { AWS: BOB },
      from(),
      { identities: [{ ...identity(BOB, all), ...boundary(none) }] },
      'implicitDeny',
    ],
    [
      'its root user, its account',
      { AWS: '444455556666' },
      from({ principal: '444455556666' }),
      {},
      'allowed',
    ],
  ])('%s', (_, named, request, scenario, expected) => {
    expect(ask(request, keyPolicy(named), scenario)).toBe(expected);
  });

  test.each([
    ['kms:DescribeKey', 'allowed'],
    ['kms:CreateGrant', 'allowed'],
    ['kms:GetKeyPolicy', 'implicitDeny'],
    ['kms:PutKeyPolicy', 'implicitDeny'],
    ['kms:TagResource', 'implicitDeny'],
  ])('%s is %s whatever is allowed (KMS-030)', (action, expected) => {
    const open = { policy: policy(allow('kms:*', { Principal: '*' })) };
    const outcome = outcomeOf(from({ action }), open, having(all));
    expect(outcome.decision).toBe(expected);
    expect(outcome.bar).toBe(expected === 'allowed' ? undefined : 'crossAccount');
  });

  test('a key that AWS manages is out of reach (KMS-011)', () => {
    const open = { policy: policy(allow('kms:*', { Principal: '*' })) };
    const managed = { ...open, metadata: { KeyManager: 'AWS' } };
    const named = { ...open, aliases: ['alias/aws/s3'] };
    const customer = { ...open, aliases: ['alias/aws'], metadata: { KeyManager: 'CUSTOMER' } };
    expect([managed, named, customer, open].map((key) => ask(from(), key, having(all)))).toEqual([
      'implicitDeny',
      'implicitDeny',
      'allowed',
      'allowed',
    ]);
    expect(ask({ principal: ALICE }, managed)).toBe('allowed');
    const deniedToo = { ...managed, policy: policy(deny('kms:*', { Principal: '*' })) };
    expect(outcomeOf(from(), deniedToo, having(all))).toMatchObject({
      decision: 'implicitDeny',
      bar: 'crossAccount',
    });
  });
});

describe('what an outcome tells besides the decision', () => {
  const no = {
    delegated: 'false',
    crossAccount: 'false',
    grant: 'false',
    identityAlone: 'false',
    retire: 'false',
  };

  test('the ways to an Allow that are open', () => {
    const named = outcomeOf({ principal: ALICE }, keyPolicy({ AWS: ALICE }));
    expect(named.paths).toEqual({ ...no, direct: 'true' });
    const nobody = outcomeOf({ principal: ALICE }, keyPolicy({ AWS: BOB }));
    expect(nobody.paths).toEqual({ ...no, direct: 'false' });
  });

  test('no way is open to a caller who is barred', () => {
    const everyone = { policy: policy(allow('kms:*', { Principal: '*' })) };
    const request = { principal: BOB, resource: KEY, action: 'kms:GetKeyPolicy' };
    const barred = outcomeOf(request, everyone, { identities: [identity(BOB, all)] });
    expect(barred).toMatchObject({ bar: 'crossAccount', paths: { ...no, direct: 'false' } });
  });

  test('a Deny with NotPrincipal hits a listed role that has a boundary (IAM-042)', () => {
    const everyone = { ...all, Principal: '*' };
    const others = { ...deny('kms:*'), NotPrincipal: { AWS: [ROLE, ACCOUNT] } };
    const ofRole = (scenario: Fields) =>
      ask({ principal: SESSION }, { policy: policy(everyone, others) }, scenario);
    expect(ofRole({})).toBe('allowed');
    expect(ofRole({ identities: [{ arn: ROLE, ...boundary(all) }] })).toBe('explicitDeny');
  });

  test('RetireGrant is not one of the operations that a grant allows (KMS-070)', () => {
    const grant = { GrantId: 'g', GranteePrincipal: ALICE, Operations: ['Decrypt', 'RetireGrant'] };
    const retiring = {
      principal: ALICE,
      action: 'kms:RetireGrant',
      parameters: { GrantId: 'g', KeyId: KEY },
    };
    const outcome = outcomeOf(retiring, { grants: [grant] });
    expect(outcome.says.grants).toEqual({ strong: 'false', limited: 'false', account: 'false' });
    expect(outcome.paths).toMatchObject({ grant: 'false', retire: 'true' });
  });

  test('the own side of a root user allows without a policy (KMS-006, IAM-026)', () => {
    const { check, layers } = askedOf({ principal: ACCOUNT }, {});
    const open = 'true';
    expect(
      ownSide(check, layers, { identity: saysNothing, boundary: saysNothing, session: saysNothing }),
    ).toEqual({
      identity: open,
      boundary: open,
      session: open,
      all: open,
      limits: open,
    });
  });

  test('the policies of a caller that a scenario does not know are open when many requests are asked about', () => {
    const { check, layers } = askedOf({ principal: ALICE }, {});
    const says = { identity: saysNothing, boundary: saysNothing, session: saysNothing };
    expect(ownSide({ ...check, open: true }, layers, says)).toMatchObject({
      identity: 'unknown',
      limits: 'true',
    });
    expect(ownSide(check, layers, says)).toMatchObject({ identity: 'false', limits: 'true' });
  });
});
