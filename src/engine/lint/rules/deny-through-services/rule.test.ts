import { describe, expect, it } from 'vitest';
import { allow, fixed, lintPolicy, said, saidIn } from '#engine/lint/testing/lint.ts';
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
    [
      'where another statement only denies the service',
      [{ ...SNS, Effect: 'Deny' }, sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } })],
    ],
    [
      'where the service may do nothing with the key',
      [{ ...SNS, Action: 'sns:Publish' }, sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } })],
    ],
    [
      'one by one',
      [SNS, sparing({ 'ForAnyValue:StringNotEquals': { 'aws:PrincipalOrgID': 'o-exampleorgid' } })],
    ],
    [
      'and allows the rest',
      [SNS, sparing({ ArnNotEquals: { 'aws:PrincipalArn': ADMIN } }, { Effect: 'Allow' })],
    ],
    [
      'by a network as well',
      [
        SNS,
        sparing({
          ArnNotEquals: { 'aws:PrincipalArn': ADMIN },
          NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        }),
      ],
    ],
  ])('%s is fine', (_, policy) => {
    expect(said(rule, policy)).toEqual([]);
  });
});

it('a Deny stops a service among other principals, and is told with both', () => {
  const both = { ...SNS, Principal: { AWS: ADMIN, Service: 'sns.amazonaws.com' } };
  const limit = { ArnNotEquals: { 'aws:PrincipalArn': ADMIN } };
  const some = { Sid: 'OnlyAdmin', Principal: { AWS: '*', Service: 'x.amazonaws.com' } };
  expect(said(rule, [allow(), both, sparing(limit, some)])).toEqual([]);
  const everyone = [allow(), both, sparing(limit, { Sid: 'OnlyAdmin' })];
  const [found] = lintPolicy(everyone).filter((one) => one.rule === rule.name);
  expect(found).toMatchObject({
    message:
      'Calls by `sns.amazonaws.com` carry no `aws:PrincipalArn`, so `OnlyAdmin` denies it everything that `Topic` allows.',
    help: 'AWS does not say outright what its own calls carry: spare services with `aws:PrincipalIsAWSService`, and be sure.',
  });
  expect(fixed(rule, everyone)).toMatchObject({
    title: 'Spare services that call as themselves',
    policy: {
      Statement: [{}, {}, { Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }],
    },
  });
});

describe('limits to a network', () => {
  const network = (different: object = {}) =>
    allow({
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:*',
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
      ...different,
    });
  const beside = (condition: object) =>
    network({ Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' }, ...condition } });
  const own = { Principal: undefined };

  it.each([
    ['an IAM policy', network(own), 1, 'identity'],
    ['an SCP', network(own), 1, 'scp'],
    ['an RCP', network(), 1, 'rcp'],
    ['an endpoint policy', network(), 0, 'endpoint'],
    ['a boundary', network(own), 0, 'boundary'],
  ] as const)('count in %s', (_, content, count, type) => {
    expect(said(rule, content, { type })).toHaveLength(count);
  });

  it.each([
    ['another network', beside({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), 1],
    ['a transport', beside({ Bool: { 'aws:SecureTransport': 'true' } }), 0],
    [
      'the service it is for',
      beside({ StringNotEquals: { 'aws:SourceVpc': 'v', 'kms:ViaService': 's3' } }),
      0,
    ],
    [
      'one of several values',
      network({ Condition: { 'ForAnyValue:StringNotEquals': { 'aws:SourceVpc': 'v' } } }),
      0,
    ],
    ['something else alone', network({ Condition: { StringNotEquals: { 'kms:CallerAccount': '1' } } }), 0],
    ['the network itself', network({ Condition: { StringEquals: { 'aws:SourceVpc': 'v' } } }), 0],
  ])('may be beside %s', (_, content, count) => {
    expect(said(rule, content)).toHaveLength(count);
  });

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
