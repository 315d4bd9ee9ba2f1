import type { Recipe } from '../recipe.ts';

const zone = 'arn:<key.partition>:route53:::hostedzone/Z0123456789ABCDEFGHIJ';

export const domainRecipes: readonly Recipe[] = [
  {
    id: 'route53-dnssec',
    chapter: 'People and applications',
    title: 'DNSSEC signing in Route 53',
    purpose: 'Route 53 signs your hosted zones with the key.',
    use: 'For a key-signing key: an ECC_NIST_P256 key for signing, in us-east-1.',
    avoid: 'Not for other keys: a key-signing key should sign nothing else.',
    pages: [
      {
        title: 'Route 53: Working with customer managed keys for DNSSEC',
        url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html',
      },
    ],
    keys: ['signing'],
    parameters: [],
    keyPolicy: [
      {
        Sid: 'Route53Signing',
        Effect: 'Allow',
        Principal: { Service: 'dnssec-route53.amazonaws.com' },
        Action: ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign'],
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceAccount': '<key.account>' },
          ArnLike: { 'aws:SourceArn': 'arn:<key.partition>:route53:::hostedzone/*' },
        },
      },
      {
        Sid: 'Route53Grants',
        Effect: 'Allow',
        Principal: { Service: 'dnssec-route53.amazonaws.com' },
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceAccount': '<key.account>' },
          ArnLike: { 'aws:SourceArn': 'arn:<key.partition>:route53:::hostedzone/*' },
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
        },
      },
    ],
    requests: [
      {
        name: 'Route 53 signs for a hosted zone of the account',
        principal: 'dnssec-route53.amazonaws.com',
        action: 'kms:Sign',
        context: { 'aws:SourceArn': zone, 'aws:SourceAccount': '<key.account>' },
        expect: 'allowed',
      },
      {
        name: 'Route 53 makes a grant for a hosted zone of the account',
        principal: 'dnssec-route53.amazonaws.com',
        action: 'kms:CreateGrant',
        context: {
          'aws:SourceArn': zone,
          'aws:SourceAccount': '<key.account>',
          'kms:GrantIsForAWSResource': 'true',
        },
        expect: 'allowed',
      },
      {
        name: 'Route 53 signs for a hosted zone of another account',
        principal: 'dnssec-route53.amazonaws.com',
        action: 'kms:Sign',
        context: { 'aws:SourceArn': zone, 'aws:SourceAccount': '<other.account>' },
        expect: 'denied',
      },
    ],
  },
];
