import { ACCOUNT_ROOT, ANA, APP, APP_SESSION, allow, deny, iam } from '#engine/testing/pieces.ts';
import type { PointCase } from './pointCase.ts';

const FEDERATED = 'arn:aws:sts::111122223333:federated-user/ana';

/** Points about whom a Principal means. */
export const principalCases: readonly PointCase[] = [
  {
    rule: 'U-01',
    meets: {
      key: [allow({ AWS: '444455556666' }, 'kms:Decrypt')],
      request: { principal: 'arn:aws:iam::444455556666:root', action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:Decrypt')],
      request: { principal: ACCOUNT_ROOT.AWS, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-17',
    meets: {
      key: [allow({ AWS: '*' }, 'kms:Decrypt')],
      request: { principal: 'sns.amazonaws.com', action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: '*' }, 'kms:Decrypt')],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-17',
    meets: {
      key: [allow('*', 'kms:Decrypt')],
      request: { principal: 'sns.amazonaws.com', action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: '*' }, 'kms:Encrypt')],
      request: { principal: 'sns.amazonaws.com', action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-18',
    meets: {
      key: [allow({ Federated: 'cognito-identity.amazonaws.com' }, 'kms:Decrypt')],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ Federated: 'cognito-identity.amazonaws.com' }, 'kms:Decrypt')],
      request: { principal: 'sns.amazonaws.com', action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'U-19',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*'), deny({ NotPrincipal: { AWS: [ACCOUNT_ROOT.AWS, ANA] } })],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
    misses: {
      key: [
        allow(ACCOUNT_ROOT, 'kms:*'),
        deny({ NotPrincipal: { AWS: [ACCOUNT_ROOT.AWS, ANA] }, Action: 'kms:Encrypt' }),
      ],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-041',
    meets: {
      key: [allow(ACCOUNT_ROOT, 'kms:*'), deny({ NotPrincipal: { AWS: ANA } })],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow(ACCOUNT_ROOT, 'kms:*'), deny({ NotPrincipal: { AWS: [ACCOUNT_ROOT.AWS, ANA] } })],
      identities: [{ arn: ANA, policies: [iam('kms:*')] }],
      request: { principal: ANA, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-028',
    meets: {
      key: [allow({ AWS: APP.replace('App', 'app') }, 'kms:*')],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: APP }, 'kms:*')],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-032',
    meets: {
      key: [allow({ AWS: FEDERATED }, 'kms:*'), deny({ Principal: { AWS: ANA } })],
      request: { principal: FEDERATED, action: 'kms:Decrypt', session: { issuer: ANA } },
    },
    misses: {
      key: [allow({ AWS: FEDERATED }, 'kms:*'), deny({ Principal: { AWS: FEDERATED } })],
      request: { principal: FEDERATED, action: 'kms:Decrypt', session: { issuer: ANA } },
    },
  },
  {
    rule: 'IAM-034',
    meets: {
      key: [allow({ AWS: 'AROAEXAMPLEID' }, 'kms:*')],
      identities: [{ arn: APP, id: 'AROAEXAMPLEID' }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
    misses: {
      key: [allow({ AWS: 'AROAEXAMPLEID' }, 'kms:*')],
      identities: [{ arn: APP, id: 'AROAANOTHERID' }],
      request: { principal: APP_SESSION, action: 'kms:Decrypt' },
    },
  },
  {
    rule: 'IAM-134',
    meets: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      endpoint: [allow(ACCOUNT_ROOT, 'kms:*')],
      request: { principal: ANA, action: 'kms:Decrypt', context: { 'aws:SourceVpce': 'vpce-1' } },
    },
    misses: {
      key: [allow({ AWS: ANA }, 'kms:*')],
      endpoint: [allow('*', 'kms:*')],
      request: { principal: ANA, action: 'kms:Decrypt', context: { 'aws:SourceVpce': 'vpce-1' } },
    },
  },
];
