import { describe, expect, it } from 'vitest';
import { DELEGATION, allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { unconstrainedCreateGrant as rule } from './rule.ts';

describe('who may create grants', () => {
  it.each([
    [
      'a user of the key',
      [DELEGATION, allow({ Action: ['kms:Decrypt', 'kms:CreateGrant'] })],
      ['UNCONSTRAINED_CREATE_GRANT "kms:CreateGrant"'],
    ],
    [
      'another account',
      [DELEGATION, allow({ Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'kms:*' })],
      ['UNCONSTRAINED_CREATE_GRANT "kms:*"'],
    ],
    [
      'everyone of the account',
      [
        DELEGATION,
        allow({
          Principal: '*',
          Action: 'kms:CreateGrant',
          Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } },
        }),
      ],
      ['UNCONSTRAINED_CREATE_GRANT "kms:CreateGrant"'],
    ],
    [
      'a condition that grants need not meet',
      [
        DELEGATION,
        allow({
          Action: 'kms:CreateGrant',
          Condition: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'true' } },
        }),
      ],
      ['UNCONSTRAINED_CREATE_GRANT "kms:CreateGrant"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['the account', DELEGATION],
    [
      'an administrator',
      [
        DELEGATION,
        allow({
          Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
          Action: ['kms:Create*', 'kms:Put*'],
        }),
      ],
    ],
    [
      'an administrator by another statement',
      [
        DELEGATION,
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:CreateGrant' }),
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:PutKeyPolicy' }),
      ],
    ],
    [
      'grants of services',
      [
        DELEGATION,
        allow({
          Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
          Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        }),
      ],
    ],
    [
      'grants for one principal',
      [
        DELEGATION,
        allow({
          Action: 'kms:CreateGrant',
          Condition: { StringEquals: { 'kms:GranteePrincipal': 'arn:aws:iam::111122223333:role/KeyAdmin' } },
        }),
      ],
    ],
    [
      'grants through one service',
      [
        DELEGATION,
        allow({
          Principal: '*',
          Action: 'kms:CreateGrant',
          Condition: {
            StringEquals: {
              'kms:ViaService': 'rds.us-east-1.amazonaws.com',
              'kms:CallerAccount': '111122223333',
            },
          },
        }),
      ],
    ],
    [
      'a service',
      [DELEGATION, allow({ Principal: { Service: 'dynamodb.amazonaws.com' }, Action: 'kms:CreateGrant' })],
    ],
    [
      'a service-linked role',
      [
        DELEGATION,
        allow({
          Principal: {
            AWS: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
          },
          Action: 'kms:CreateGrant',
        }),
      ],
    ],
    ['a Deny', [DELEGATION, allow({ Effect: 'Deny', Action: 'kms:CreateGrant' })]],
    ['no grants', [DELEGATION, allow()]],
    ['everything but', [DELEGATION, allow({ NotAction: 'kms:CreateGrant', Action: undefined })]],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('limits them to those of services', () => {
    const { policy, scenario } = fixed(rule, [
      DELEGATION,
      allow({ Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'] }),
    ]);
    expect(policy).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        { Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
      ],
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
