import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { unknownConditionKey as rule } from './rule.ts';

describe('names of condition keys', () => {
  it.each([
    [
      'of KMS',
      allow({ Condition: { StringEquals: { 'kms:CallerAcount': 'a' } } }),
      ['INVALID_SERVICE_CONDITION_KEY "kms:CallerAcount"'],
    ],
    [
      'global ones',
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrg': 'a' } } }),
      ['INVALID_GLOBAL_CONDITION_KEY "aws:PrincipalOrg"'],
    ],
    [
      'without a prefix',
      allow({ Condition: { StringEquals: { CallerAccount: 'a' } } }),
      ['INVALID_CONDITION_KEY_FORMAT "CallerAccount"'],
    ],
    [
      'a tag without its key',
      allow({ Condition: { StringEquals: { 'aws:PrincipalTag/': 'a' } } }),
      ['MISSING_TAG_KEY_IN_CONDITION "aws:PrincipalTag/"'],
    ],
    [
      'an encryption context without its name',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:': 'a' } } }),
      ['INVALID_SERVICE_CONDITION_KEY "kms:EncryptionContext:"'],
    ],
    [
      'an old name',
      allow({ Condition: { StringEquals: { 'aws:ARN': 'a' } } }),
      ['DEPRECATED_GLOBAL_CONDITION_KEY "aws:ARN"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['kms:CallerAccount', allow({ Condition: { StringEquals: { 'kms:CallerAccount': 'a' } } })],
    ['KMS:calleraccount', allow({ Condition: { StringEquals: { 'KMS:calleraccount': 'a' } } })],
    ['AWS:SourceArn', allow({ Condition: { StringEquals: { 'AWS:SourceArn': 'a' } } })],
    ['aws:PrincipalTag/team', allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } })],
    [
      'kms:EncryptionContext:aws:s3:arn',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'a' } } }),
    ],
    ['s3:prefix', allow({ Condition: { StringEquals: { 's3:prefix': 'a' } } })],
    ['saml:sub', allow({ Condition: { StringEquals: { 'saml:sub': 'a' } } })],
    ['accounts.google.com:aud', allow({ Condition: { StringEquals: { 'accounts.google.com:aud': 'a' } } })],
    [
      'graph.facebook.com:app_id',
      allow({ Condition: { StringEquals: { 'graph.facebook.com:app_id': 'a' } } }),
    ],
    ['aws:userid', allow({ Condition: { StringEquals: { 'aws:userid': 'a' } } })],
    ['aws:username', allow({ Condition: { StringEquals: { 'aws:username': 'a' } } })],
    ['aws:SourceVpcArn', allow({ Condition: { StringEquals: { 'aws:SourceVpcArn': 'a' } } })],
    ['aws:VpceOrgID', allow({ Condition: { StringEquals: { 'aws:VpceOrgID': 'a' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it.each([
    ['kms:CallerAcount', 'kms:CallerAccount'],
    ['kms:EncryptionContxt:App', 'kms:EncryptionContext:App'],
    ['kms:EncryptionContext/aws:s3:arn', 'kms:EncryptionContext:aws:s3:arn'],
    ['aws:PrincipleTag/team', 'aws:PrincipalTag/team'],
    ['aws:ResourceTag:team', 'aws:ResourceTag/team'],
  ])('%s: writes the key that was probably meant', (wrong, right) => {
    const { policy, scenario } = fixed(rule, allow({ Condition: { StringEquals: { [wrong]: 'a' } } }));
    expect(policy).toMatchObject({ Statement: { Condition: { StringEquals: { [right]: 'a' } } } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
