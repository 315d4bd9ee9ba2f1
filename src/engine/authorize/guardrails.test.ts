import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  ALICE,
  allow,
  ask,
  BOB,
  boundary,
  deny,
  identity,
  KEY,
  keyPolicy,
  policy,
  ROLE,
  SERVICE,
  SESSION,
  type Fields,
} from './testing/decisions.ts';

const all = allow('kms:*');
const none = allow('kms:Encrypt');

describe('layers that must allow besides', () => {
  const named = keyPolicy({ AWS: ALICE });
  const accounts = [{ id: ACCOUNT, organization: 'o-1', path: ['r-1', 'ou-1'] }];
  const organization = (type: string, targets: readonly string[], ...statements: readonly Fields[]) => ({
    type,
    name: `p-${targets.join('-')}`,
    targets,
    document: policy(...statements),
  });
  const scp = (targets: readonly string[], ...statements: readonly Fields[]) =>
    organization('SERVICE_CONTROL_POLICY', targets, ...statements);
  const rcp = (...statements: readonly Fields[]) =>
    organization('RESOURCE_CONTROL_POLICY', ['r-1'], ...statements);
  const everything = allow('*');

  test.each<[string, readonly Fields[], string]>([
    ['every level', [scp(['r-1', 'ou-1', ACCOUNT], everything)], 'allowed'],
    ['a level without an SCP', [scp(['r-1', ACCOUNT], everything)], 'implicitDeny'],
    ['a level that does not allow', [scp(['r-1', ACCOUNT], everything), scp(['ou-1'], none)], 'implicitDeny'],
    [
      'a level where one of two allows',
      [scp(['r-1', 'ou-1', ACCOUNT], everything), scp(['ou-1'], none)],
      'allowed',
    ],
    [
      'a level that denies',
      [scp(['r-1', 'ou-1', ACCOUNT], everything), scp(['ou-1'], deny('kms:*'))],
      'explicitDeny',
    ],
    ['SCPs of other accounts', [scp(['444455556666'], deny('*'))], 'allowed'],
    ['an RCP that denies', [rcp(deny('kms:*', { Principal: '*' }))], 'explicitDeny'],
    ['an RCP that denies something else', [rcp(deny('kms:Encrypt', { Principal: '*' }))], 'allowed'],
  ])('%s', (_, organizationPolicies, expected) => {
    expect(ask({ principal: ALICE }, named, { accounts, organizationPolicies })).toBe(expected);
  });

  test.each<[string, Fields, Fields, Fields, string, string]>([
    [
      'a service-linked role',
      { principal: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x/R` },
      {},
      {},
      'allowed',
      'allowed',
    ],
    ['the management account', { principal: ALICE }, {}, { managementAccount: true }, 'allowed', 'allowed'],
    [
      'a key that AWS manages',
      { principal: ALICE },
      { metadata: { KeyManager: 'AWS' } },
      {},
      'explicitDeny',
      'allowed',
    ],
    ['a service', { principal: SERVICE }, {}, {}, 'allowed', 'explicitDeny'],
    ['anybody else', { principal: ALICE }, {}, {}, 'explicitDeny', 'explicitDeny'],
  ])('%s: what an SCP and an RCP can deny', (_, request, key, account, byScp, byRcp) => {
    const facts = { accounts: [{ id: ACCOUNT, organization: 'o-1', path: ['r-1'], ...account }] };
    const open = { ...keyPolicy('*'), ...key };
    const denyingScp = {
      ...facts,
      organizationPolicies: [scp(['r-1', ACCOUNT], everything), scp(['r-1'], deny('kms:*'))],
    };
    const denyingRcp = { ...facts, organizationPolicies: [rcp(deny('kms:*', { Principal: '*' }))] };
    expect([ask(request, open, denyingScp), ask(request, open, denyingRcp)]).toEqual([byScp, byRcp]);
  });

  test.each<[string, Fields, string]>([
    ['allows', { policy: policy(allow('kms:*', { Principal: '*' })) }, 'allowed'],
    ['allows somebody else', { policy: policy(allow('kms:*', { Principal: { AWS: BOB } })) }, 'implicitDeny'],
    [
      'denies',
      { policy: policy(allow('*', { Principal: '*' }), deny('kms:*', { Principal: '*' })) },
      'explicitDeny',
    ],
    ['has the default policy', {}, 'allowed'],
  ])('an endpoint that %s', (_, endpoint, expected) => {
    const vpcEndpoints = [{ id: 'vpce-1', ...endpoint }];
    const context = { 'aws:SourceVpce': 'vpce-1' };
    expect(ask({ principal: ALICE, context }, named, { vpcEndpoints })).toBe(expected);
    expect(ask({ principal: ALICE }, named, { vpcEndpoints })).toBe('allowed');
  });
});

describe('grants (KMS-057, KMS-058, U-02, U-05)', () => {
  const grant = (GranteePrincipal: string) => ({
    grants: [{ GrantId: 'g', GranteePrincipal, Operations: ['Decrypt'] }],
  });

  test.each<[string, string, Fields, Fields, string]>([
    ['a user', ALICE, { principal: ALICE }, {}, 'allowed'],
    ['a user of another account', BOB, { principal: BOB, resource: KEY }, {}, 'allowed'],
    [
      'a user, boundary does not',
      ALICE,
      { principal: ALICE },
      { identities: [{ arn: ALICE, ...boundary(none) }] },
      'allowed',
    ],
    [
      'a role, boundary does not',
      ROLE,
      { principal: SESSION },
      { identities: [{ arn: ROLE, ...boundary(none) }] },
      'implicitDeny',
    ],
    ['a role', ROLE, { principal: SESSION }, {}, 'allowed'],
    [
      'a session, boundary does not',
      SESSION,
      { principal: SESSION },
      { identities: [{ arn: ROLE, ...boundary(none) }] },
      'allowed',
    ],
    ['the account, no IAM', `arn:aws:iam::${ACCOUNT}:root`, { principal: ALICE }, {}, 'implicitDeny'],
    [
      'the account, IAM allows',
      `arn:aws:iam::${ACCOUNT}:root`,
      { principal: ALICE },
      { identities: [identity(ALICE, all)] },
      'allowed',
    ],
    [
      'a user, IAM denies',
      ALICE,
      { principal: ALICE },
      { identities: [identity(ALICE, deny('kms:*'))] },
      'explicitDeny',
    ],
  ])('to %s', (_, grantee, request, scenario, expected) => {
    expect(ask(request, grant(grantee), scenario)).toBe(expected);
  });

  test('lose to a Deny of the key policy', () => {
    expect(ask({ principal: ALICE }, { ...grant(ALICE), ...keyPolicy('*', 'Deny') })).toBe('explicitDeny');
  });
});

describe('resources of other services', () => {
  const queue = 'arn:aws:sqs:us-west-2:111122223333:q';
  const send = { principal: ALICE, action: 'sqs:SendMessage', resource: queue };
  const withPolicy = (Principal: Fields | string) => ({
    resources: [
      { arn: queue, policy: policy({ Effect: 'Allow', Principal, Action: 'sqs:*', Resource: '*' }) },
    ],
  });

  test.each<[string, Fields, Fields, string]>([
    ['IAM alone', send, { identities: [identity(ALICE, allow('sqs:*'))] }, 'allowed'],
    ['the resource alone', send, withPolicy({ AWS: ALICE }), 'allowed'],
    ['the account alone', send, withPolicy({ AWS: ACCOUNT }), 'implicitDeny'],
    ['neither', send, {}, 'implicitDeny'],
    [
      'another account, the resource alone',
      { ...send, principal: BOB },
      withPolicy({ AWS: BOB }),
      'implicitDeny',
    ],
    [
      'another account, IAM alone',
      { ...send, principal: BOB },
      { identities: [identity(BOB, allow('sqs:*'))] },
      'implicitDeny',
    ],
    [
      'another account, both',
      { ...send, principal: BOB },
      { ...withPolicy({ AWS: BOB }), identities: [identity(BOB, allow('sqs:*'))] },
      'allowed',
    ],
    [
      'a service',
      { ...send, principal: 'sns.amazonaws.com' },
      withPolicy({ Service: 'sns.amazonaws.com' }),
      'allowed',
    ],
    [
      'a service that the resource does not name',
      { ...send, principal: 'sns.amazonaws.com' },
      withPolicy({ AWS: ACCOUNT }),
      'implicitDeny',
    ],
    ['nobody signed, the resource is open', { ...send, principal: 'anonymous' }, withPolicy('*'), 'allowed'],
    [
      'nobody signed, the resource is not open',
      { ...send, principal: 'anonymous' },
      withPolicy({ AWS: ALICE }),
      'implicitDeny',
    ],
    [
      'a resource policy without Resource (IAM-066)',
      send,
      {
        resources: [
          { arn: queue, policy: policy({ Effect: 'Allow', Principal: { AWS: ALICE }, Action: 'sqs:*' }) },
        ],
      },
      'allowed',
    ],
    [
      'the policy of another resource',
      { ...send, resource: `${queue}2` },
      withPolicy({ AWS: ALICE }),
      'implicitDeny',
    ],
    [
      'a resource whose partition is left open (IAM-019)',
      { ...send, resource: queue.replace('aws', '*') },
      { identities: [identity(ALICE, allow('sqs:*'))] },
      'allowed',
    ],
    [
      'a resource without a partition',
      { ...send, resource: queue.replace('aws', '') },
      { identities: [identity(ALICE, allow('sqs:*'))] },
      'allowed',
    ],
    [
      'a resource of another partition',
      { ...send, resource: queue.replace('aws', 'aws-cn') },
      { identities: [identity(ALICE, allow('sqs:*'))] },
      'implicitDeny',
    ],
    ['the root user', { ...send, principal: ACCOUNT }, {}, 'allowed'],
    [
      'what nobody can deny',
      { principal: ALICE, action: 'sts:GetCallerIdentity' },
      { identities: [identity(ALICE, deny('*'))] },
      'allowed',
    ],
  ])('%s', (_, request, scenario, expected) => {
    expect(ask(request, {}, scenario)).toBe(expected);
  });
});
