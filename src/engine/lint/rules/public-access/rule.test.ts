import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { publicAccess as rule } from './rule.ts';

describe('an Allow for everyone', () => {
  it.each([
    ['no condition', allow({ Principal: '*' }), ['PUBLIC_ACCESS "*"']],
    ['{"AWS": "*"}', allow({ Principal: { AWS: '*' } }), ['PUBLIC_ACCESS "*"']],
    [
      'only a service',
      allow({
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      }),
      ['PUBLIC_ACCESS "*"'],
    ],
    [
      'only an encryption context',
      allow({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } } }),
      ['PUBLIC_ACCESS "*"'],
    ],
    [
      'every address',
      allow({ Principal: { AWS: '*' }, Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      ['PUBLIC_ACCESS "*"'],
    ],
    [
      'any organization, or none',
      allow({
        Principal: { AWS: '*' },
        Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
      ['PUBLIC_ACCESS "*"'],
    ],
    [
      'everyone but one account',
      allow({
        Principal: { AWS: '*' },
        Condition: { StringNotEquals: { 'kms:CallerAccount': '111122223333' } },
      }),
      ['PUBLIC_ACCESS "*"'],
    ],
    [
      'a role of that name in any account',
      allow({
        Principal: { AWS: '*' },
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/App' } },
      }),
      ['PUBLIC_ACCESS "*"'],
    ],
    [
      'any organization',
      allow({ Principal: { AWS: '*' }, Condition: { StringLike: { 'aws:PrincipalOrgID': '*' } } }),
      ['PUBLIC_ACCESS "*"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'an account',
      allow({
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } },
      }),
    ],
    [
      'an account and a service',
      allow({
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: {
            'kms:CallerAccount': '111122223333',
            'kms:ViaService': 's3.us-east-1.amazonaws.com',
          },
        },
      }),
    ],
    [
      'an organization',
      allow({
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
    ],
    [
      'roles of one account',
      allow({
        Principal: { AWS: '*' },
        Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } },
      }),
    ],
    [
      'a VPC endpoint',
      allow({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }),
    ],
    [
      'a tag, which may be out of reach for strangers',
      allow({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }),
    ],
    [
      'an account written into a variable',
      allow({
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
      }),
    ],
    ['a Deny', allow({ Effect: 'Deny', Principal: { AWS: '*' } })],
    ['what only this account can do', allow({ Principal: { AWS: '*' }, Action: 'kms:ScheduleKeyDeletion' })],
    ['an account named as principal', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })],
    [
      'an Allow that a Deny may narrow',
      [
        allow({ Principal: { AWS: '*' } }),
        allow({
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
        }),
      ],
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('narrows it to the account of the key', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      }),
    );
    expect(policy).toMatchObject({
      Statement: {
        Condition: {
          StringEquals: {
            'kms:ViaService': 's3.us-east-1.amazonaws.com',
            'kms:CallerAccount': '111122223333',
          },
        },
      },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
