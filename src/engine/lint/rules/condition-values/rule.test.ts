import { describe, expect, it } from 'vitest';
import { allow, fixed, lintPolicy, said, saidIn } from '#engine/lint/testing/lint.ts';
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

describe('the form of values', () => {
  const wrong = (key: string, value: string, different: object = {}) =>
    said(rule, allow({ Condition: { StringEquals: { [key]: value } }, ...different })).length;

  it.each([
    ['kms:CallerAccount', '111122223333', 0],
    ['aws:PrincipalAccount', 'anonymous', 0],
    ['aws:PrincipalAccount', '11112222333', 1],
    ['aws:PrincipalOrgID', 'o-exampleorgid', 0],
    ['aws:PrincipalOrgID', 'xo-exampleorgid', 1],
    ['aws:PrincipalOrgID', 'o-exampleorgid!', 1],
    ['aws:SourceVpc', 'vpc-0a1b2c3d', 0],
    ['aws:SourceVpc', 'vpc-0a1b2c3d4e5f60718', 0],
    ['aws:SourceVpc', 'xvpc-0a1b2c3d', 1],
    ['aws:SourceVpc', 'vpc-0a1b2c3dx', 1],
    ['aws:SourceVpc', 'vpc-zzzzzzzz', 1],
    ['aws:SourceVpce', 'vpce-0a1b2c3d', 0],
    ['aws:SourceVpce', 'vpce-0a1b2c3d4e5f60718', 0],
    ['aws:SourceVpce', 'xvpce-0a1b2c3d', 1],
    ['aws:SourceVpce', 'vpce-0a1b2c3dx', 1],
    ['aws:SourceVpce', 'vpce-zzzzzzzz', 1],
    ['aws:SourceVpce', 'vpce-a', 1],
    ['kms:CallerAccount', '<account>', 0],
    ['kms:CallerAccount', '${aws:ResourceAccount}', 0],
    ['kms:KeySpec', 'nothing_like_it', 1],
    ['s3:x-amz-server-side-encryption-aws-kms-key-id', 'xarn:aws:kms:us-east-1:111122223333:key/a', 1],
  ])('%s as %s', (key, value, count) => {
    expect(wrong(key, value)).toBe(count);
  });

  const like = (different: object, key: string, ...values: readonly string[]) =>
    said(rule, allow({ Condition: { StringLike: { [key]: values } }, ...different }));

  it.each([
    ['an Allow', {}, 'aws:PrincipalOrgID', ['o-a*'], 1],
    ['a Deny', { Effect: 'Deny' }, 'aws:PrincipalOrgID', ['o-a*'], 0],
    ['a run of stars, which is anything', {}, 'aws:PrincipalOrgID', ['**'], 0],
    ['stars and more', {}, 'aws:PrincipalOrgID', ['*a'], 1],
    [
      'a value without them beside one with',
      {},
      'aws:PrincipalOrgID',
      ['o-exampleorgid', 'o-?xampleorgid'],
      1,
    ],
    ['a key for which it does not matter', {}, 'kms:ViaService', ['s3.*.amazonaws.com'], 0],
    [
      'what the caller brings, in a Deny',
      { Effect: 'Deny' },
      'aws:PrincipalOrgID',
      ['${aws:PrincipalTag/o}'],
      0,
    ],
    ['what the caller brings, where it does not matter', {}, 'kms:ViaService', ['${aws:PrincipalTag/o}'], 0],
    ['what AWS says', {}, 'aws:PrincipalOrgID', ['${aws:ResourceOrgID}'], 0],
  ])('in %s', (_, different, key, values, count) => {
    expect(like(different, key, ...values)).toHaveLength(count);
  });

  it('says what to do about what the caller brings along', () => {
    const condition = { StringEquals: { 'kms:CallerAccount': '${aws:PrincipalTag/account}' } };
    const [found] = lintPolicy(allow({ Condition: condition })).filter((one) => one.rule === rule.name);
    expect(found).toMatchObject({
      message:
        '`${aws:PrincipalTag/account}` is what the caller brings along: `kms:CallerAccount` needs exact values.',
      help: 'Write them out.',
    });
  });

  it('is not asked of what is compared with a number', () => {
    expect(said(rule, allow({ Condition: { NumericEquals: { 'kms:CallerAccount': '1' } } }))).toEqual([]);
  });
});
