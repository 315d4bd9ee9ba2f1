import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { conditionValues as rule } from './rule.ts';

describe('values of condition keys', () => {
  it.each([
    [
      'an account with hyphens',
      allow({ Condition: { StringEquals: { 'kms:CallerAccount': '1111-2222-3333' } } }),
      ['INVALID_ACCOUNT_IN_CONDITION "1111-2222-3333"'],
    ],
    [
      'an organization',
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'exampleorgid' } } }),
      ['INVALID_ORGANIZATION_IN_CONDITION "exampleorgid"'],
    ],
    [
      'a VPC',
      allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
      ['INVALID_VPC_FORMAT "vpc-1"'],
    ],
    [
      'an endpoint',
      allow({ Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpc-0a1b2c3d' } } }),
      ['INVALID_VPCE_FORMAT "vpc-0a1b2c3d"'],
    ],
    [
      'a word that is none',
      allow({ Condition: { StringEquals: { 'kms:KeySpec': 'RSA2048' } } }),
      ['UNKNOWN_CONDITION_VALUE "RSA2048"'],
    ],
    [
      'an operation of grants that is none',
      allow({
        Action: 'kms:CreateGrant',
        Condition: { 'ForAnyValue:StringEquals': { 'kms:GrantOperations': ['Decrypt', 'kms:Decrypt'] } },
      }),
      ['UNKNOWN_CONDITION_VALUE "kms:Decrypt"'],
    ],
    [
      'a pattern of organizations',
      allow({ Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-exam*' } } }),
      ['WILDCARD_USAGE_TOO_PERMISSIVE "o-exam*"'],
    ],
    [
      'a Region',
      allow({ Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'europe'] } } }),
      ['INVALID_REGION "europe"'],
    ],
    [
      'an alias for the key that S3 is to use',
      allow({
        Action: 's3:PutObject',
        Condition: {
          StringEquals: {
            's3:x-amz-server-side-encryption-aws-kms-key-id': [
              'alias/logs',
              'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
            ],
          },
        },
      }),
      ['INVALID_KMS_KEY_VALUE "alias/logs"'],
    ],
    [
      'a Region of a replica',
      allow({ Action: 'kms:ReplicateKey', Condition: { StringEquals: { 'kms:ReplicaRegion': 'us-west2' } } }),
      ['INVALID_REGION "us-west2"'],
    ],
    [
      'an organization that the caller names',
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': '${aws:PrincipalTag/org}' } } }),
      ['VARIABLE_USAGE_TOO_PERMISSIVE "${aws:PrincipalTag/org}"'],
    ],
    [
      'an account that is its own',
      allow({ Condition: { StringEquals: { 'kms:CallerAccount': '${aws:PrincipalAccount}' } } }),
      ['VARIABLE_USAGE_TOO_PERMISSIVE "${aws:PrincipalAccount}"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['an account', allow({ Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } } })],
    ['an organization', allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } })],
    ['a VPC', allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f6a7b8' } } })],
    ['a Region', allow({ Condition: { StringLike: { 'aws:RequestedRegion': ['us-gov-west-1', 'eu-*'] } } })],
    [
      'a variable in a Deny',
      allow({
        Effect: 'Deny',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': '${aws:PrincipalTag/org}' } },
      }),
    ],
    ['a word', allow({ Condition: { StringEquals: { 'kms:KeySpec': 'RSA_2048' } } })],
    ['a pattern of words', allow({ Condition: { StringLike: { 'kms:KeySpec': 'RSA_*' } } })],
    [
      'a variable',
      allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } } }),
    ],
    [
      'a Deny for other organizations',
      allow({ Condition: { StringNotLike: { 'aws:PrincipalOrgID': 'o-exam*' } } }),
    ],
    [
      'any value, which is told as public access',
      allow({ Condition: { StringLike: { 'aws:PrincipalOrgID': '*' } } }),
    ],
    [
      'keys without fixed words',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:App': 'x' } } }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('writes the word that was probably meant', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({ Condition: { StringEquals: { 'kms:KeySpec': 'RSA2048' } } }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { StringEquals: { 'kms:KeySpec': 'RSA_2048' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
