import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { denyThroughServices as rule } from './rule.ts';

const SNS = allow({
  Sid: 'Topic',
  Principal: { Service: 'sns.amazonaws.com' },
  Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
});
const sparing = (Condition: object, different: object = {}) =>
  allow({ Effect: 'Deny', Principal: '*', Action: 'kms:*', Condition, ...different });
const ADMIN = 'arn:aws:iam::111122223333:role/Admin';

describe('a Deny that spares some callers', () => {
  it.each([
    ['by their ARN', { ArnNotEquals: { 'aws:PrincipalArn': ADMIN } }],
    ['by their organization', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }],
    [
      'by either',
      {
        ArnNotLike: { 'aws:PrincipalArn': ADMIN },
        StringNotEquals: { 'aws:PrincipalAccount': '111122223333' },
      },
    ],
  ])('%s stops a service that another statement allows', (_, condition) => {
    const policy = [SNS, sparing(condition)];
    expect(said(rule, policy)).toEqual([expect.stringMatching(/^DENY_STOPS_SERVICE "aws:Principal/)]);
    expect(said(rule, fixed(rule, policy).policy)).toEqual([]);
  });

  it.each([
    [
      'and services',
      [
        SNS,
        sparing({
          ArnNotEquals: { 'aws:PrincipalArn': ADMIN },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        }),
      ],
    ],
    ['where no service is allowed', [allow(), sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } })]],
    [
      'in other actions',
      [SNS, sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } }, { Action: 'kms:Put*' })],
    ],
    [
      'in some of the actions',
      [SNS, sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } }, { Action: 'kms:Decrypt' })],
    ],
    [
      'and is not about services',
      [SNS, sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } }, { Principal: { AWS: '*' } })],
    ],
    ['by what services lack', [SNS, sparing({ ArnEquals: { 'aws:PrincipalArn': ADMIN } })]],
    [
      'with more conditions',
      [
        SNS,
        sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN }, Bool: { 'aws:SecureTransport': 'false' } }),
      ],
    ],
  ])('%s is fine', (_, policy) => {
    expect(said(rule, policy)).toEqual([]);
  });
});

describe('limits to a network', () => {
  it.each([
    [
      'an endpoint',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
      ['DENY_BREAKS_SERVICES "aws:SourceVpce"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'with services spared',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: {
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          BoolIfExists: { 'aws:ViaAWSService': 'false' },
        },
      }),
    ],
    [
      'for one service',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: {
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
        },
      }),
    ],
    [
      'for some principals',
      allow({
        Effect: 'Deny',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
    [
      'that holds only with the key',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
    [
      'an Allow',
      allow({
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
    [
      'management only',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:PutKeyPolicy',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('spares them', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      }),
    );
    expect(policy).toMatchObject({
      Statement: {
        Condition: {
          StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          BoolIfExists: { 'aws:ViaAWSService': 'false' },
        },
      },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
