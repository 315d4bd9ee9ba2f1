import { describe, expect, it } from 'vitest';
import { allow, fixed, lintPolicy, said, saidIn } from '#engine/lint/testing/lint.ts';
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

  const everyone = (operator: string, key: string, ...values: readonly string[]) =>
    allow({ Principal: '*', Condition: { [operator]: { [key]: values } } });

  it.each([
    [
      'any of several patterns that are open',
      everyone('StringLike', 'aws:PrincipalOrgID', 'o-exampleorgid', '*'),
      1,
    ],
    ['any of several addresses', everyone('IpAddress', 'aws:SourceIp', '203.0.113.0/24', '::/0'), 1],
    ['an address that is none', everyone('IpAddress', 'aws:SourceIp', '203.0.113.0.0/0'), 0],
    ['a network', everyone('IpAddress', 'aws:VpcSourceIp', '0.0.0.0/0'), 0],
    ['other addresses', everyone('NotIpAddress', 'aws:SourceIp', '0.0.0.0/0'), 0],
    [
      'a role of that name in accounts alike',
      everyone('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::11*:role/App'),
      0,
    ],
    ['what is no ARN', everyone('ArnLike', 'aws:PrincipalArn', '*App'), 0],
    ['accounts alike', everyone('StringLike', 'aws:PrincipalAccount', '**'), 1],
    ['one of several organizations', everyone('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', '*'), 0],
    ['an organization that must be there', everyone('Null', 'aws:PrincipalOrgID', 'false'), 0],
    [
      'an account that may be missing',
      everyone('StringEqualsIfExists', 'kms:CallerAccount', '111122223333'),
      0,
    ],
    ['organizations but those of a pattern', everyone('StringNotLike', 'aws:PrincipalOrgID', 'o-a*'), 0],
    ['ARNs but one', everyone('ArnNotEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/App'), 0],
    ['an operator that does not exist', everyone('StringIs', 'kms:CallerAccount', '1'), 0],
    ['one action of several', allow({ Principal: '*', Action: ['kms:Decrypt', 'kms:PutKeyPolicy'] }), 1],
    ['a Deny that names somebody', [allow({ Principal: '*' }), allow({ Effect: 'Deny' })], 1],
  ])('that asks for %s', (_, content, count) => {
    expect(said(rule, content)).toHaveLength(count);
  });

  it.each([
    [{}, '`Statement 1` lets anyone in any AWS account use the key whose own IAM policies allow it.'],
    [
      { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      '`Statement 1` is open to every AWS account: the condition on `kms:ViaService` does not say whose callers are meant.',
    ],
    [
      { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com', 'kms:EncryptionContext:App': 'a' } },
      '`Statement 1` is open to every AWS account: the conditions on `kms:ViaService` and `kms:EncryptionContext:App` do not say whose callers are meant.',
    ],
  ])('with %j is told with what does not keep them out', (Condition, message) => {
    const content = allow({ Principal: '*', ...(Object.keys(Condition).length > 0 && { Condition }) });
    const [found] = lintPolicy(content).filter((one) => one.rule === rule.name);
    expect(found?.message).toBe(message);
  });

  it('is bound to the organization, where the account has one', () => {
    const accounts = [{ id: '111122223333', organization: 'o-exampleorgid' }];
    const [found] = lintPolicy(allow({ Principal: '*' }), { scenario: { accounts } }).filter(
      (one) => one.rule === rule.name,
    );
    expect(found?.fixes.map(({ title }) => title)).toEqual([
      'Only for callers of `111122223333`',
      'Only for callers of the organization `o-exampleorgid`',
    ]);
  });

  it('is nobody’s business where AWS manages the key', () => {
    expect(said(rule, allow({ Principal: '*' }), { metadata: { KeyManager: 'AWS' } })).toEqual([]);
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
