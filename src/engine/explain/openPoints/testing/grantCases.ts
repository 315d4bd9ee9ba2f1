import { ACCOUNT_ROOT, ANA, APP, APP_SESSION, allow, deny, iam } from '#engine/testing/pieces.ts';
import type { PointCase } from './pointCase.ts';

const FEDERATED = 'arn:aws:sts::111122223333:federated-user/ana';
const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';
const grant = (more: object) => ({ GrantId: 'g1', GranteePrincipal: APP, Operations: ['Decrypt'], ...more });
const nothingAllowed = { Effect: 'Allow', Action: 's3:*', Resource: '*' };

/** Points about grants and what limits the caller. */
export const grantCases: readonly PointCase[] = [
  {
    rule: 'U-02',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      grants: [grant({})],
      identities: [{ arn: APP, boundary: [nothingAllowed] }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      grants: [grant({})],
      identities: [{ arn: APP, boundary: [iam('kms:*')] }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-02',
    meets: {
      key: [allow('*', 'kms:*')],
      identities: [{ arn: APP, boundary: [nothingAllowed] }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: APP_SESSION }, 'kms:*')],
      identities: [{ arn: APP, boundary: [nothingAllowed] }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-05',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ GranteePrincipal: ACCOUNT_ROOT.AWS })],
      identities: [{ arn: APP, policies: [iam('kms:Decrypt')] }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({})],
      identities: [{ arn: APP, policies: [iam('kms:Decrypt')] }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-06',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ Constraints: { EncryptionContextSubset: { Tenant: 'a' } } })],
      request: {
        principal: APP_SESSION,
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { tenant: 'a' } },
      },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ Constraints: { EncryptionContextSubset: { tenant: 'a' } } })],
      request: {
        principal: APP_SESSION,
        action: 'kms:Decrypt',
        parameters: { EncryptionContext: { tenant: 'a' } },
      },
    },
  },
  {
    rule: 'U-07',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ Constraints: { SourceArn: BUCKET } })],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ Constraints: { SourceArn: BUCKET } })],
      request: { principal: APP_SESSION, action: 'kms:Decrypt', context: { 'aws:SourceArn': BUCKET } },
    },
  },
  {
    rule: 'U-08',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ Operations: ['Decrypt', 'CreateGrant'], Constraints: { SourceArn: BUCKET } })],
      request: {
        principal: APP_SESSION,
        action: 'kms:CreateGrant',
        parameters: { GranteePrincipal: ANA, Operations: ['Decrypt'] },
      },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ Operations: ['Decrypt', 'CreateGrant'] })],
      request: {
        principal: APP_SESSION,
        action: 'kms:CreateGrant',
        parameters: { GranteePrincipal: ANA, Operations: ['Decrypt'] },
      },
    },
  },
  {
    rule: 'U-09',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ IssuingAccount: 'arn:aws:iam::444455556666:root' })],
      request: { principal: ACCOUNT_ROOT.AWS, action: 'kms:RetireGrant', parameters: { GrantId: 'g1' } },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      grants: [grant({ IssuingAccount: ACCOUNT_ROOT.AWS })],
      request: { principal: ACCOUNT_ROOT.AWS, action: 'kms:RetireGrant', parameters: { GrantId: 'g1' } },
    },
  },
  {
    rule: 'IAM-125',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      rcp: [deny({ Principal: '*' })],
      request: { principal: ANA, action: 'kms:ListKeys' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      rcp: [deny({ Principal: '*', Action: 'kms:Encrypt' })],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-129',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      request: { principal: FEDERATED, action: 'kms:Decrypt', session: { issuer: ANA } },
    },
    misses: {
      key: [allow({ AWS: FEDERATED }, 'kms:*')],
      request: { principal: FEDERATED, action: 'kms:Decrypt', session: { issuer: ANA } },
    },
  },
];
