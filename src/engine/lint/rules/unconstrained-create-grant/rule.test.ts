import { describe, expect, it } from 'vitest';
import { DELEGATION, allow, fixed, lintPolicy, said, saidIn } from '#engine/lint/testing/lint.ts';
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

describe('who can create any grant', () => {
  const role = (name: string, account = '111122223333') => `arn:aws:iam::${account}:role/${name}`;
  const grants = (AWS: unknown, different: object = {}) =>
    allow({ Principal: { AWS }, Action: 'kms:CreateGrant', ...different });
  const messages = (content: unknown) =>
    lintPolicy(content).flatMap((one) => (one.rule === rule.name ? [one.message] : []));

  it.each([
    ['a role', grants(role('A')), ['`role/A`']],
    [
      'some of many',
      grants(['A', 'B', 'C', 'D'].map((name) => role(name))),
      ['`role/A`, `role/B` and `role/C`'],
    ],
    ['another account', grants('arn:aws:iam::444455556666:root'), ['account `444455556666`']],
    ['by a pattern in other letters', grants(role('A'), { Action: 'KMS:creategrant*' }), ['`role/A`']],
  ])('is %s', (_, content, who) => {
    expect(messages([DELEGATION, content])).toEqual(
      who.map((words) => expect.stringContaining(words) as string),
    );
  });

  it.each([
    ['the account of the key', grants('arn:aws:iam::111122223333:root')],
    ['who is no principal', grants('nobody')],
    [
      'who may change the policy',
      [grants([role('B'), role('A')]), grants([role('A'), role('B')], { Action: 'kms:PutKeyPolicy' })],
    ],
    ['all actions but some', grants(role('A'), { Action: undefined, NotAction: 'kms:Decrypt' })],
    ['a Deny', grants(role('A'), { Effect: 'Deny' })],
  ])('is not %s', (_, content) => {
    expect(messages(content)).toEqual([]);
  });

  it('is AWS’s business where AWS manages the key', () => {
    expect(said(rule, grants(role('A')), { metadata: { KeyManager: 'AWS' } })).toEqual([]);
  });
});
