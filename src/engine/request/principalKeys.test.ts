import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, ALICE, checksOf, type Fields, valueOf, WORKER } from './testing/requests.ts';

interface PrincipalCase {
  readonly name: string;
  readonly principal?: Readonly<Record<string, string>>;
  readonly expected: Fields;
}

const file = new URL('../conformance/cases/derived-context-keys.json', import.meta.url);
const cases = (JSON.parse(readFileSync(file, 'utf8')) as readonly PrincipalCase[]).filter(
  ({ principal }) => principal !== undefined,
);

/** A case's principal as a request and the identity behind it. */
function situation({
  type,
  arn,
  service,
  roleArn,
  roleId,
  userId,
  userArn,
}: Readonly<Record<string, string>>) {
  const principal = type === 'anonymous' ? 'anonymous' : (service ?? arn ?? '');
  const identity = roleArn ?? (type === 'user' ? arn : undefined);
  const id = roleId ?? userId;
  const identities = identity === undefined ? [] : [{ arn: identity, ...(id === undefined ? {} : { id }) }];
  const session = userArn === undefined ? {} : { session: { issuer: userArn } };
  return { request: { principal, ...session }, scenario: { identities } };
}

test('the file has principals of every kind', () => {
  expect(cases.map(({ principal }) => principal?.['type'])).toEqual([
    'root',
    'user',
    'roleSession',
    'federatedUser',
    'anonymous',
    'service',
  ]);
});

test.each(cases)('$name', ({ principal = {}, expected }) => {
  const { request, scenario } = situation(principal);
  const [check] = checksOf(request, scenario);
  const derived = Object.keys(expected).map((key) => [key, valueOf(check, key)]);
  expect(Object.fromEntries(derived)).toEqual(expected);
});

const service = 'logs.us-east-1.amazonaws.com';
const federated = `arn:aws:sts::${ACCOUNT}:federated-user/carol`;
const fas = { viaService: 's3.us-west-2.amazonaws.com' };
const google = { context: { 'aws:FederatedProvider': 'accounts.google.com' } };

test.each<[string, Fields, string, unknown]>([
  ['a service', { principal: service }, 'aws:PrincipalServiceNamesList', [service, 'logs.amazonaws.com']],
  [
    'a service of no Region',
    { principal: 'logs.amazonaws.com' },
    'aws:PrincipalServiceNamesList',
    ['logs.amazonaws.com'],
  ],
  ['a service', { principal: service }, 'aws:PrincipalArn', null],
  ['a service', { principal: service }, 'aws:PrincipalIsAWSService', 'true'],
  ['an unsigned request', { principal: 'anonymous' }, 'aws:PrincipalIsAWSService', null],
  ['an unsigned request', { principal: 'anonymous' }, 'aws:PrincipalType', 'Anonymous'],
  ['a service', { principal: service }, 'aws:PrincipalAccount', null],
  ['a service', { principal: service }, 'kms:CallerAccount', null],
  ['a service', { principal: service }, 'aws:SecureTransport', null],
  ['a user', {}, 'aws:SecureTransport', 'true'],
  ['a user', {}, 'aws:username', 'Alice'],
  ['a user of unknown id', {}, 'aws:userid', null],
  ['a user', {}, 'kms:CallerAccount', ACCOUNT],
  ['a user', {}, 'aws:PrincipalServiceName', null],
  ['a user with an access key', {}, 'aws:MultiFactorAuthPresent', null],
  ['a user with MFA', { session: { mfaAuthenticated: true } }, 'aws:MultiFactorAuthPresent', 'true'],
  ['a user without MFA', { session: { mfaAuthenticated: false } }, 'aws:MultiFactorAuthPresent', 'false'],
  ['a user through a service', fas, 'aws:MultiFactorAuthPresent', 'false'],
  ['a user through a service', fas, 'aws:PrincipalIsAWSService', 'false'],
  ['a user through a service', fas, 'aws:PrincipalArn', ALICE],
  ['a role session', { principal: WORKER }, 'aws:MultiFactorAuthPresent', 'false'],
  ['a role session', { principal: WORKER }, 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/Worker`],
  ['a session of a provider', { principal: WORKER, ...google }, 'aws:MultiFactorAuthPresent', null],
  [
    'a session without a provider',
    { principal: WORKER, context: { 'aws:federatedprovider': null } },
    'aws:MultiFactorAuthPresent',
    'false',
  ],
  ['a federated user', { principal: federated }, 'aws:MultiFactorAuthPresent', null],
  [
    'a federated user through a service',
    { principal: federated, ...fas },
    'aws:MultiFactorAuthPresent',
    null,
  ],
  ['the root user', { principal: ACCOUNT }, 'aws:MultiFactorAuthPresent', null],
  ['a role as caller', { principal: `arn:aws:iam::${ACCOUNT}:role/a/Worker` }, 'aws:userid', null],
  [
    'a role as caller',
    { principal: `arn:aws:iam::${ACCOUNT}:role/a/Worker` },
    'aws:PrincipalArn',
    `arn:aws:iam::${ACCOUNT}:role/a/Worker`,
  ],
])('%s: %j has %s', (_, request, key, expected) => {
  expect(valueOf(checksOf(request)[0], key)).toEqual(expected);
});

describe('organizations', () => {
  const accounts = [
    { id: ACCOUNT, organization: 'o-exampleorgid', path: ['r-ab12', 'ou-ab12-11111111'] },
    { id: '444455556666', organization: 'o-other' },
  ];

  test.each<[string, string, unknown]>([
    [ALICE, 'aws:PrincipalOrgID', 'o-exampleorgid'],
    [ALICE, 'aws:PrincipalOrgPaths', ['o-exampleorgid/r-ab12/ou-ab12-11111111/']],
    [ALICE, 'aws:ResourceOrgPaths', ['o-exampleorgid/r-ab12/ou-ab12-11111111/']],
    ['arn:aws:iam::444455556666:user/Bob', 'aws:PrincipalOrgID', 'o-other'],
    ['arn:aws:iam::444455556666:user/Bob', 'aws:PrincipalOrgPaths', null],
    ['arn:aws:iam::444455556666:user/Bob', 'aws:ResourceOrgID', 'o-exampleorgid'],
    ['arn:aws:iam::444455556666:user/Bob', 'aws:ResourceAccount', ACCOUNT],
    ['arn:aws:iam::777788889999:user/Eve', 'aws:PrincipalOrgID', null],
    ['logs.amazonaws.com', 'aws:PrincipalOrgID', null],
  ])('%s has %s', (principal, key, expected) => {
    const resource = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(valueOf(checksOf({ principal, resource }, { accounts })[0], key)).toEqual(expected);
  });
});

describe('tags', () => {
  const worker = `arn:aws:iam::${ACCOUNT}:role/Worker`;
  const identities = [
    { arn: ALICE, tags: { Team: 'pay', Stage: 'prod' } },
    { arn: worker, tags: { Team: 'ops' } },
  ];
  const session = { tags: { team: 'session' } };

  test.each<[string, Fields, Fields]>([
    ['of a user', {}, { Team: 'pay', Stage: 'prod' }],
    ['of a role', { principal: WORKER }, { Team: 'ops', Stage: null }],
    [
      'of a session, over those of its role',
      { principal: WORKER, session },
      { Team: 'session', Stage: null },
    ],
    [
      'of the user who federated',
      { principal: federated, session: { issuer: ALICE } },
      { Team: 'pay', Stage: 'prod' },
    ],
    ['of nobody known', { principal: federated }, { Team: null, Stage: null }],
    ['of the root user', { principal: ACCOUNT }, { Team: null, Stage: null }],
  ])('%s', (_, request, expected) => {
    const [check] = checksOf(request, { identities });
    const found = Object.keys(expected).map((tag) => [tag, valueOf(check, `aws:PrincipalTag/${tag}`)]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('a session tag is spelled as the session spells it', () => {
    const [check] = checksOf({ principal: WORKER, session }, { identities });
    expect(check?.context.entries.get('aws:principaltag/team')?.key).toBe('aws:PrincipalTag/team');
  });
});
