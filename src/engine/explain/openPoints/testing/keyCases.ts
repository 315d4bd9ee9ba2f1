import { ACCOUNT_ROOT, ANA, APP, APP_SESSION, allow, deny, iam, when } from '#engine/testing/pieces.ts';
import type { PointCase } from './pointCase.ts';

/** Points about what a condition key holds. */
export const keyCases: readonly PointCase[] = [
  {
    rule: 'U-11',
    meets: {
      key: [
        allow(
          { AWS: APP },
          'kms:GenerateMac',
          when('StringEquals', 'kms:MacAlgorithm', ['HMAC_SHA_256', 'HMAC_SHA_512']),
        ),
      ],
      metadata: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
      request: {
        principal: APP_SESSION,
        action: 'kms:GenerateMac',
        parameters: { MacAlgorithm: 'HMAC_SHA_256' },
      },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:GenerateMac', when('StringEquals', 'kms:MacAlgorithm', 'HMAC_SHA_256'))],
      metadata: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
      request: {
        principal: APP_SESSION,
        action: 'kms:GenerateMac',
        parameters: { MacAlgorithm: 'HMAC_SHA_256' },
      },
    },
  },
  {
    rule: 'U-12',
    meets: {
      key: [
        allow({ AWS: APP }, 'kms:ReEncryptFrom', when('StringEquals', 'kms:EncryptionContext:tenant', 'a')),
        allow({ AWS: APP }, 'kms:ReEncryptTo'),
      ],
      request: {
        principal: APP_SESSION,
        action: 'kms:ReEncrypt',
        parameters: {
          DestinationKeyId: 'KEY',
          SourceEncryptionContext: { tenant: 'a' },
          DestinationEncryptionContext: { tenant: 'b' },
        },
      },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:ReEncrypt*', when('StringEquals', 'kms:EncryptionContext:tenant', 'a'))],
      request: {
        principal: APP_SESSION,
        action: 'kms:ReEncrypt',
        parameters: {
          DestinationKeyId: 'KEY',
          SourceEncryptionContext: { tenant: 'a' },
          DestinationEncryptionContext: { tenant: 'a' },
        },
      },
    },
  },
  {
    rule: 'U-13',
    meets: {
      key: [
        allow(
          { AWS: APP },
          'kms:ScheduleKeyDeletion',
          when('NumericGreaterThanEquals', 'kms:ScheduleKeyDeletionPendingWindowInDays', '30'),
        ),
      ],
      request: { principal: APP_SESSION, action: 'kms:ScheduleKeyDeletion' },
    },
    misses: {
      key: [
        allow(
          { AWS: APP },
          'kms:ScheduleKeyDeletion',
          when('NumericGreaterThanEquals', 'kms:ScheduleKeyDeletionPendingWindowInDays', '30'),
        ),
      ],
      request: {
        principal: APP_SESSION,
        action: 'kms:ScheduleKeyDeletion',
        parameters: { PendingWindowInDays: 30 },
      },
    },
  },
  {
    rule: 'U-14',
    meets: {
      key: [allow({ AWS: APP }, 'kms:Decrypt', when('StringEquals', 'aws:ResourceTag/team', 'a'))],
      tags: { team: 'a' },
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:Decrypt', when('StringEquals', 'aws:ResourceTag/team', 'a'))],
      tags: { team: 'b' },
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-15',
    meets: {
      key: [
        allow(
          { Service: 'sns.amazonaws.com' },
          'kms:Decrypt',
          when('StringEquals', 'kms:CallerAccount', '111122223333'),
        ),
      ],
      request: { principal: 'sns.amazonaws.com', action: 'kms:Decrypt' },
    },
    misses: {
      key: [
        allow(
          { Service: 'sns.amazonaws.com' },
          'kms:Decrypt',
          when('StringEquals', 'kms:CallerAccount', '111122223333'),
        ),
      ],
      request: {
        principal: 'sns.amazonaws.com',
        action: 'kms:Decrypt',
        context: { 'kms:CallerAccount': '111122223333' },
      },
    },
  },
  {
    rule: 'U-16',
    meets: {
      key: [allow({ AWS: APP }, 'kms:CreateGrant', when('Bool', 'kms:GrantIsForAWSResource', 'false'))],
      request: {
        principal: APP_SESSION,
        action: 'kms:CreateGrant',
        parameters: { GranteePrincipal: ANA, Operations: ['Decrypt'] },
      },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:CreateGrant', when('Bool', 'kms:GrantIsForAWSResource', 'true'))],
      request: {
        principal: APP_SESSION,
        action: 'kms:CreateGrant',
        parameters: { GranteePrincipal: ANA, Operations: ['Decrypt'] },
      },
    },
  },
  {
    rule: 'U-24',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [
        { arn: ANA, policies: [iam('kms:CreateKey', when('StringEquals', 'aws:ResourceTag/team', 'a'))] },
      ],
      request: { principal: ANA, action: 'kms:CreateKey' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [
        { arn: ANA, policies: [iam('kms:CreateKey', when('StringEquals', 'aws:RequestTag/team', 'a'))] },
      ],
      request: { principal: ANA, action: 'kms:CreateKey' },
    },
  },
  {
    rule: 'U-25',
    meets: {
      key: [allow({ AWS: APP }, 'kms:Encapsulate', when('StringEquals', 'kms:KeySpec', 'ML_KEM_768'))],
      metadata: { KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' },
      request: { principal: APP_SESSION, action: 'kms:Encapsulate' },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:Encapsulate')],
      metadata: { KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' },
      request: { principal: APP_SESSION, action: 'kms:Encapsulate' },
    },
  },
  {
    rule: 'IAM-135',
    meets: {
      key: [
        allow({ Service: 'sns.amazonaws.com' }, 'kms:*'),
        deny({ Principal: '*', ...when('StringNotEquals', 'aws:PrincipalAccount', '111122223333') }),
      ],
      request: { principal: 'sns.amazonaws.com', action: 'kms:Decrypt' },
    },
    misses: {
      key: [
        allow({ AWS: ANA }, 'kms:*'),
        deny({ Principal: '*', ...when('StringNotEquals', 'aws:PrincipalAccount', '111122223333') }),
      ],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-136',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*', when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'))],
      request: { principal: ANA, action: 'kms:Decrypt', viaService: 's3.us-east-1.amazonaws.com' },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*', when('IpAddress', 'aws:SourceIp', '203.0.113.0/24'))],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-122',
    meets: {
      key: [allow({ AWS: APP }, 'kms:*', when('Bool', 'aws:MultiFactorAuthPresent', 'false'))],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:*', when('Bool', 'aws:MultiFactorAuthPresent', 'false'))],
      request: { principal: APP_SESSION, action: 'kms:Decrypt', session: { mfaAuthenticated: false } },
    },
  },
];
