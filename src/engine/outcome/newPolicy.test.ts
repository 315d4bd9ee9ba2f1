import { describe, expect, test } from 'vitest';
import type { Json } from '../scenario/scenario.ts';
import {
  ACCOUNT,
  allowing,
  ask,
  openPolicy,
  outcome,
  policyOf,
  ROLE,
  type Row,
  type Situation,
  TARGET,
} from './testing/ask.ts';

const put = (Policy: Json, more: Readonly<Record<string, Json>> = {}) => ({
  action: 'kms:PutKeyPolicy',
  parameters: { Policy, ...more },
});
/** A policy that keeps App in, besides what is to be tried. */
const beside = (...statements: readonly Json[]) => put(policyOf(allowing({ AWS: ROLE }), ...statements));
const when = (Condition: Json, principal: Json = { AWS: TARGET }) =>
  allowing(principal, 'kms:Decrypt', { Condition });
const sized = (bytes: number) => {
  const text = JSON.stringify(openPolicy);
  return put(text + ' '.repeat(bytes - text.length));
};
const malformed = 'MalformedPolicyDocumentException KMS-018';
const overlyPermissive = 'MalformedPolicyDocumentException KMS-108';
const lockedOut = 'MalformedPolicyDocumentException KMS-016';

const documents: readonly Row[] = [
  ['not said', { action: 'kms:PutKeyPolicy' }, {}, null],
  ['an object', put(openPolicy), {}, null],
  ['an escaped string', put(JSON.stringify(openPolicy)), {}, null],
  ['no document', put(7), {}, malformed],
  ['a list', put([openPolicy]), {}, malformed],
  ['no JSON', put('{"Version": '), {}, malformed],
  ['no statement', put({ Version: '2012-10-17', Statement: [] }), {}, malformed],
  ['a repeated key', put('{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}'), {}, malformed],
  ['32,768 bytes', sized(32_768), {}, null],
  ['32,769 bytes', sized(32_769), {}, 'LimitExceededException KMS-018'],
  ['a character above U+00FF', beside(when({ StringEquals: { 'aws:PrincipalTag/t': '€' } })), {}, malformed],
  ['Latin-1', beside(when({ StringEquals: { 'aws:PrincipalTag/t': 'ü' } })), {}, null],
  ['a group', beside(allowing({ AWS: `arn:aws:iam::${ACCOUNT}:group/Admins` })), {}, malformed],
  ['a wildcard in a principal', beside(allowing({ AWS: `arn:aws:iam::${ACCOUNT}:role/*` })), {}, malformed],
  ['nobody', beside(allowing({ AWS: [] })), {}, malformed],
  ['no Principal', beside({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }), {}, malformed],
  ['no Resource', beside({ Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt' }), {}, null],
  ['no Action', beside({ Effect: 'Allow', Principal: '*', Resource: '*' }), {}, null],
  ['a space in a Sid', beside(allowing({ AWS: TARGET }, 'kms:Decrypt', { Sid: 'Allow use' })), {}, null],
  [
    'ForAllValues with a pair',
    beside(when({ 'ForAllValues:StringEquals': { 'kms:EncryptionContext:App': 'x' } })),
    {},
    overlyPermissive,
  ],
  [
    'ForAllValues with a tag',
    beside(when({ 'ForAllValues:StringLikeIfExists': { 'AWS:requestTag/t': 'x' } })),
    {},
    overlyPermissive,
  ],
  [
    'ForAllValues with the keys',
    beside(when({ 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'x' } })),
    {},
    null,
  ],
  [
    'ForAnyValue with a pair',
    beside(when({ 'ForAnyValue:StringEquals': { 'kms:EncryptionContext:App': 'x' } })),
    {},
    null,
  ],
];

const bypassed = { BypassPolicyLockoutSafetyCheck: true };
const toTarget = policyOf(allowing({ AWS: TARGET }));
const toAccount = policyOf(allowing({ AWS: ACCOUNT }));
const readOnly = policyOf(allowing({ AWS: ROLE }, 'kms:Get*'));
const withoutIam: Situation = { iam: policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) };
const otherKeyInIam: Situation = {
  iam: policyOf({
    Effect: 'Allow',
    Action: 'kms:*',
    Resource: 'arn:aws:kms:us-west-2:111122223333:key/other',
  }),
};
const onlyFrom = (region: string) =>
  policyOf(
    allowing({ AWS: ROLE }, 'kms:*', { Condition: { StringEquals: { 'aws:RequestedRegion': region } } }),
  );
const primary = {
  metadata: { MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY' } },
};
const create = (Policy: Json, more: Readonly<Record<string, Json>> = {}) => ({
  action: 'kms:CreateKey',
  parameters: { Policy, ...more },
});
const replicate = (Policy: Json) => ({
  action: 'kms:ReplicateKey',
  parameters: { ReplicaRegion: 'eu-west-1', Policy },
});
const forSpec = (spec: string) =>
  policyOf(allowing({ AWS: ROLE }, 'kms:*', { Condition: { StringEquals: { 'kms:KeySpec': spec } } }));

const lockouts: readonly Row[] = [
  [
    'the policy names the caller',
    put(policyOf(allowing({ AWS: ROLE }, 'kms:PutKeyPolicy'))),
    withoutIam,
    null,
  ],
  ['the policy names somebody else', put(toTarget), {}, lockedOut],
  ['as a string', put(JSON.stringify(toTarget)), {}, lockedOut],
  ['bypassed', put(toTarget, bypassed), {}, null],
  ['bypassed by a text', put(toTarget, { BypassPolicyLockoutSafetyCheck: 'true' }), {}, null],
  ['not bypassed', put(toTarget, { BypassPolicyLockoutSafetyCheck: false }), {}, lockedOut],
  ['other actions only', put(readOnly), {}, lockedOut],
  ['through IAM', put(toAccount), {}, null],
  ['through IAM that does not allow it', put(toAccount), withoutIam, lockedOut],
  ['through IAM about another key', put(toAccount), otherKeyInIam, lockedOut],
  [
    'a Deny in the new policy',
    put(policyOf(allowing({ AWS: ROLE }), { ...allowing('*', 'kms:Put*'), Effect: 'Deny' })),
    {},
    lockedOut,
  ],
  [
    'a statement without Resource',
    put(policyOf({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'kms:*' })),
    {},
    lockedOut,
  ],
  ['a condition that holds now (U-03)', put(onlyFrom('us-west-2')), {}, null],
  ['a condition that does not hold now (U-03)', put(onlyFrom('eu-west-1')), {}, lockedOut],
  [
    'grants are no help',
    put(toTarget),
    { key: { grants: [{ GrantId: 'g', GranteePrincipal: ROLE, Operations: ['CreateGrant'] }] } },
    lockedOut,
  ],

  ['a new key', create(policyOf(allowing({ AWS: ROLE }))), {}, null],
  ['a new key with the default policy', { action: 'kms:CreateKey' }, {}, null],
  ['a new key for somebody else', create(toTarget), {}, lockedOut],
  ['a new key for somebody else, bypassed', create(toTarget, bypassed), {}, null],
  ['a new key of the account', create(toAccount), {}, null],
  ['a new key of the default spec', create(forSpec('SYMMETRIC_DEFAULT')), {}, null],
  ['a new key of the spec it asks for', create(forSpec('RSA_2048'), { KeySpec: 'RSA_2048' }), {}, null],
  ['a new key of another spec', create(forSpec('RSA_2048')), {}, lockedOut],
  ['a replica', replicate(policyOf(allowing({ AWS: ROLE }))), primary, null],
  ['a replica for somebody else', replicate(toTarget), primary, lockedOut],
  ['a replica under a condition on its Region', replicate(onlyFrom('eu-west-1')), primary, null],
  [
    "a replica under a condition on the primary's Region",
    replicate(onlyFrom('us-west-2')),
    primary,
    lockedOut,
  ],
];

describe.each([
  { part: 'document', rows: documents },
  { part: 'lockout safety check', rows: lockouts },
])('$part of a new key policy', ({ rows }) => {
  test.each(rows)('%s', (...row) => {
    expect(outcome(row)).toBe(row[3]);
  });
});

describe('the message', () => {
  test('says what is missing for the next PutKeyPolicy', () => {
    expect(ask(put(toTarget)).error?.text).toBe(
      'The new policy would not let role/App call kms:PutKeyPolicy again. Under it: No statement of the key policy allows ' +
        'kms:PutKeyPolicy to role/App or to its account. Statement 1 in the IAM policy own allows it, but an IAM policy counts ' +
        'only where the key policy lets the account decide.',
    );
    expect(ask(put(toAccount), withoutIam).error?.text).toContain(
      'no IAM policy of role/App allows kms:PutKeyPolicy',
    );
  });

  test('says what is wrong with the document', () => {
    expect(ask(put({ Version: '2012-10-17' })).error?.text).toBe(
      'KMS refuses the new policy: The policy has no Statement.',
    );
  });
});

test('a policy that locks the caller out does not change the decision', () => {
  expect(ask(put(toTarget)).decision).toBe('allowed');
});
