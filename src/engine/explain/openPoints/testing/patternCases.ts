import { ACCOUNT_ROOT, ANA, APP, APP_SESSION, allow, iam } from '#engine/testing/pieces.ts';
import type { PointCase } from './pointCase.ts';

/** Points about what an Action or Resource covers. */
export const patternCases: readonly PointCase[] = [
  {
    rule: 'U-04',
    meets: {
      key: [
        { Sid: 'Allow', Effect: 'Allow', Principal: { AWS: APP }, NotAction: 'kms:Delete*', Resource: '*' },
      ],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [
        { Sid: 'Allow', Effect: 'Allow', Principal: { AWS: ANA }, NotAction: 'kms:Delete*', Resource: '*' },
      ],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-20',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      endpoint: [allow({ AWS: ANA }, 'kms:ListKeys', { Resource: 'KEY' })],
      request: { principal: ANA, action: 'kms:ListKeys', context: { 'aws:SourceVpce': 'vpce-1' } },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      endpoint: [allow({ AWS: ANA }, 'kms:ListKeys')],
      request: { principal: ANA, action: 'kms:ListKeys', context: { 'aws:SourceVpce': 'vpce-1' } },
    },
  },
  {
    rule: 'U-23',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:ListRetirableGrants', { Resource: ANA })] }],
      request: { principal: ANA, action: 'kms:ListRetirableGrants' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:ListRetirableGrants')] }],
      request: { principal: ANA, action: 'kms:ListRetirableGrants' },
    },
  },
  {
    rule: 'IAM-051',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms*')] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('s3*')] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-061',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*', { Resource: 'arn:aws:kms:*:key/*' })],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*', { Resource: 'arn:aws:kms:*:*:key/*' })],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-062',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: APP, policies: [iam('kms:*')] }],
      request: {
        principal: APP_SESSION,
        action: 'kms:Decrypt',
        session: {
          policies: [{ Version: '2012-10-17', Statement: [iam('kms:*', { Resource: 'arn:aws:kms' })] }],
        },
      },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: APP, policies: [iam('kms:*', { Resource: 'arn:aws:kms' })] }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-063',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:*', { Resource: 'arn:aws:k*:*:*:key/*' })] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: ANA, policies: [iam('kms:*', { Resource: 'arn:aws:kms:*:*:key/*' })] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-067',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [
        {
          arn: ANA,
          policies: [
            {
              Effect: 'Allow',
              Action: 'kms:*',
              NotResource: 'arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/key}',
            },
          ],
        },
      ],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [
        {
          arn: ANA,
          tags: { key: 'other' },
          policies: [
            {
              Effect: 'Allow',
              Action: 'kms:*',
              NotResource: 'arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/key}',
            },
          ],
        },
      ],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-116',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [
        {
          arn: ANA,
          tags: { key: '*' },
          policies: [iam('kms:*', { Resource: 'arn:aws:kms:us-east-1:*:key/${aws:PrincipalTag/key}' })],
        },
      ],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [
        {
          arn: ANA,
          tags: { key: 'other' },
          policies: [iam('kms:*', { Resource: 'arn:aws:kms:us-east-1:*:key/${aws:PrincipalTag/key}' })],
        },
      ],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
];
