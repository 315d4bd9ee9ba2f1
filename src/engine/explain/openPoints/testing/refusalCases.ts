import { APP, APP_SESSION, allow, when } from '#engine/testing/pieces.ts';
import type { PointCase } from './pointCase.ts';

const policyText = (statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** Points about what KMS looks at after authorization. */
export const refusalCases: readonly PointCase[] = [
  {
    rule: 'U-03',
    meets: {
      key: [allow({ AWS: APP }, 'kms:*')],
      request: {
        principal: APP_SESSION,
        action: 'kms:PutKeyPolicy',
        parameters: {
          Policy: policyText([allow({ AWS: APP }, 'kms:*', when('Bool', 'aws:SecureTransport', 'true'))]),
        },
      },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:*')],
      request: {
        principal: APP_SESSION,
        action: 'kms:PutKeyPolicy',
        parameters: { Policy: policyText([allow({ AWS: APP }, 'kms:*')]) },
      },
    },
  },
  {
    rule: 'U-10',
    meets: {
      key: [allow({ AWS: APP }, 'kms:*')],
      metadata: { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
      request: {
        principal: APP_SESSION,
        action: 'kms:Encrypt',
        parameters: { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256', EncryptionContext: { tenant: 'a' } },
      },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:*')],
      request: {
        principal: APP_SESSION,
        action: 'kms:Encrypt',
        parameters: { EncryptionContext: { tenant: 'a' } },
      },
    },
  },
  {
    rule: 'U-21',
    meets: {
      key: [allow({ AWS: APP }, 'kms:*')],
      metadata: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', KeyState: 'Disabled' },
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:*')],
      metadata: { KeyState: 'Disabled' },
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
];
