import { describe, expect, test } from 'vitest';
import type { Json } from '../scenario/scenario.ts';
import { ACCOUNT, ask, outcome, type Row, type Situation, TARGET } from './testing/ask.ts';

type Parameters = Readonly<Record<string, Json>>;

const grant = (parameters: Parameters) => ({
  action: 'kms:CreateGrant',
  parameters: { GranteePrincipal: TARGET, Operations: ['DescribeKey'], ...parameters },
});
const listing = (...Operations: readonly string[]) => grant({ Operations });
const grantee = (GranteePrincipal: Json) => grant({ GranteePrincipal });
const service = (more: Parameters) =>
  grant({ GranteePrincipal: null, GranteeServicePrincipal: 'logs.amazonaws.com', ...more });
const constrained = (Constraints: Json) => grant({ Constraints });
const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));
const key = (KeySpec: string, KeyUsage: string, Origin = 'AWS_KMS'): Situation => ({
  metadata: { KeySpec, KeyUsage, Origin },
});

const hmac = key('HMAC_256', 'GENERATE_VERIFY_MAC');
const SourceArn = 'arn:aws:logs:us-west-2:111122223333:log-group:app';
const unknown = 'ValidationError KMS-051';
const unfit = 'ValidationError KMS-052';
const parties = 'ValidationException KMS-053';
const constraint = 'ValidationException KMS-062';

const operations: readonly Row[] = [
  ['a permission alone', { action: 'kms:CreateGrant' }, {}, null],
  ['operations for any key', listing('CreateGrant', 'DescribeKey', 'RetireGrant'), hmac, null],
  ['no grant operation', listing('ListGrants'), {}, unknown],
  ['a wildcard', listing('*'), {}, unknown],
  ['the API operation', listing('ReEncrypt'), {}, unknown],
  ['with a prefix', listing('kms:Decrypt'), {}, unknown],
  ['in another case', listing('decrypt'), {}, unknown],
  ['the second is wrong', listing('Decrypt', 'Sign'), {}, unfit],
  ['Decrypt on HMAC', listing('Decrypt'), hmac, unfit],
  ['GenerateMac on HMAC', listing('GenerateMac'), hmac, null],
  ['GetPublicKey on symmetric', listing('GetPublicKey'), {}, unfit],
  ['GenerateDataKey on RSA', listing('GenerateDataKey'), key('RSA_2048', 'ENCRYPT_DECRYPT'), unfit],
  ['Sign on RSA for encryption', listing('Sign'), key('RSA_2048', 'ENCRYPT_DECRYPT'), unfit],
  ['Sign on RSA for signing', listing('Sign'), key('RSA_2048', 'SIGN_VERIFY'), null],
  ['data key pairs', listing('GenerateDataKeyPair'), {}, null],
  [
    'data key pairs in a custom key store',
    listing('GenerateDataKeyPair'),
    key('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'AWS_CLOUDHSM'),
    unfit,
  ],
];

const grantees: readonly Row[] = [
  ['an account', grantee(`arn:aws:iam::${ACCOUNT}:root`), {}, null],
  ['a user', grantee(`arn:aws:iam::${ACCOUNT}:user/Alice`), {}, null],
  ['a session', grantee(`arn:aws:sts::${ACCOUNT}:assumed-role/aws:ec2-infrastructure/i-0abc`), {}, null],
  ['a federated user', grantee(`arn:aws:sts::${ACCOUNT}:federated-user/Bob`), {}, null],
  ['a group', grantee(`arn:aws:iam::${ACCOUNT}:group/Admins`), {}, 'InvalidArnException KMS-053'],
  ['an organization', grantee('o-exampleorgid'), {}, 'InvalidArnException KMS-053'],
  ['a service as principal', grantee('logs.amazonaws.com'), {}, 'InvalidArnException KMS-053'],
  [
    'by a service',
    { ...grantee('logs.amazonaws.com'), viaService: 'logs.us-west-2.amazonaws.com' },
    {},
    null,
  ],
  ['no text', grantee([TARGET]), {}, parties],
  ['both', grant({ GranteeServicePrincipal: 'logs.amazonaws.com' }), {}, parties],
  ['none', grantee(null), {}, parties],
  ['a service', service({ Constraints: { SourceArn }, RetiringPrincipal: TARGET }), {}, null],
  [
    'a service that retires',
    service({ Constraints: { SourceArn }, RetiringServicePrincipal: 'logs.amazonaws.com' }),
    {},
    null,
  ],
  ['a service without SourceArn', service({ RetiringPrincipal: TARGET }), {}, parties],
  ['a service without retiring principal', service({ Constraints: { SourceArn } }), {}, parties],
  ['a role as service', service({ GranteeServicePrincipal: TARGET }), {}, parties],
];

const constraints: readonly Row[] = [
  ['Equals', constrained({ EncryptionContextEquals: { a: 'b' } }), {}, null],
  ['8 pairs', constrained({ EncryptionContextSubset: pairs(8) }), {}, null],
  ['9 pairs', constrained({ EncryptionContextSubset: pairs(9) }), {}, constraint],
  ['384 characters', constrained({ EncryptionContextSubset: { a: 'x'.repeat(384) } }), {}, null],
  ['385 characters', constrained({ EncryptionContextSubset: { a: 'x'.repeat(385) } }), {}, constraint],
  [
    'Equals and Subset',
    constrained({ EncryptionContextSubset: { a: 'b' }, EncryptionContextEquals: { a: 'b' } }),
    {},
    constraint,
  ],
  ['no pairs', constrained({ EncryptionContextEquals: ['a'] }), {}, constraint],
  ['on HMAC', constrained({ EncryptionContextEquals: { a: 'b' } }), hmac, constraint],
  ['SourceArn on HMAC', constrained({ SourceArn }), hmac, null],
];

describe.each([
  { part: 'operations', rows: operations },
  { part: 'grantee', rows: grantees },
  { part: 'constraints', rows: constraints },
])('$part of a new grant', ({ rows }) => {
  test.each(rows)('%s', (...row) => {
    expect(outcome(row)).toBe(row[3]);
  });
});

test('the API operation is pointed to what stands for it', () => {
  expect(ask(listing('ReEncrypt')).error?.text).toBe(
    'ReEncrypt is no operation that a grant can list: write ReEncryptFrom or ReEncryptTo.',
  );
});
