import { describe, expect, it } from 'vitest';
import { type Around, allow, lintPolicy, said } from '#engine/lint/testing/lint.ts';
import { conditionKeyForAction as rule } from './rule.ts';

describe('condition keys and actions', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'a key that no action carries',
      allow({
        Action: ['kms:Encrypt', 'kms:Decrypt'],
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
      ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY "kms:GrantIsForAWSResource"'],
    ],
    [
      'a Deny of the kind',
      allow({
        Effect: 'Deny',
        Action: 'kms:DescribeKey',
        Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } },
      }),
      ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY "kms:EncryptionContext:App"'],
    ],
    [
      'what is the same in all requests',
      allow({ Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } } }),
      ['IRRELEVANT_CONDITION_KEY_IN_POLICY "aws:ResourceAccount"'],
    ],
    [
      'one action among others',
      allow({
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
        Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } },
      }),
      ['ACTION_WITHOUT_CONDITION_KEY "kms:DescribeKey"'],
    ],
    [
      'a pattern among others',
      allow({
        Action: ['kms:Decrypt', 'kms:Describe*'],
        Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } },
      }),
      ['ACTION_WITHOUT_CONDITION_KEY "kms:Describe*"'],
    ],
    [
      'a key for IAM policies',
      allow({ Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/a' } } }),
      ['CONDITION_KEY_ONLY_IN_IAM_POLICIES "kms:ResourceAliases"'],
    ],
    [
      'an encryption context for an RSA key',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } } }),
      ['CONDITION_KEY_NOT_FOR_KEY_TYPE "kms:EncryptionContext:App"'],
      { metadata: { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' } },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    [
      'keys that are there',
      allow({
        Action: ['kms:Encrypt', 'kms:Decrypt'],
        Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } },
      }),
    ],
    [
      'a grant with an encryption context',
      allow({ Action: 'kms:CreateGrant', Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } } }),
    ],
    [
      'a condition that holds without the key',
      allow({
        Action: 'kms:DescribeKey',
        Condition: { StringEqualsIfExists: { 'kms:EncryptionContext:App': 'a' } },
      }),
    ],
    [
      'a negated condition',
      allow({
        Action: 'kms:DescribeKey',
        Condition: { StringNotEquals: { 'kms:EncryptionContext:App': 'a' } },
      }),
    ],
    [
      'a test that the key is not there',
      allow({ Action: 'kms:DescribeKey', Condition: { Null: { 'kms:EncryptionContext:App': 'true' } } }),
    ],
    [
      'a pattern some of which carries it',
      allow({ Action: 'kms:*', Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } } }),
    ],
    [
      'global keys',
      allow({
        Action: 'kms:DescribeKey',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
    ],
    ['an unknown key', allow({ Condition: { StringEquals: { 'kms:Nonsense': 'a' } } })],
    [
      'the key in an IAM policy',
      allow({
        Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/a' } },
        Principal: undefined,
      }),
      { type: 'identity' },
    ],
    [
      'actions of another service',
      allow({
        Action: 's3:GetObject',
        Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } },
        Principal: undefined,
      }),
      { type: 'identity' },
    ],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });
});

describe('condition keys in other documents and on other keys', () => {
  const asks = (key: string, different: object = {}) =>
    allow({ Condition: { StringEquals: { [key]: 'a' } }, ...different });
  const IAM = { Principal: undefined };

  it.each<[string, unknown, number, Around?]>([
    ['of the key, in an IAM policy', asks('aws:ResourceAccount', IAM), 0, { type: 'identity' }],
    ['of aliases, in an IAM policy', asks('kms:ResourceAliases', IAM), 0, { type: 'identity' }],
    ['without values', allow({ Condition: { StringEquals: { 'kms:GrantIsForAWSResource': [] } } }), 0],
    [
      'of the encryption context, on a symmetric key',
      asks('kms:EncryptionContext:App'),
      0,
      { metadata: { KeySpec: 'SYMMETRIC_DEFAULT' } },
    ],
    [
      'of the caller, on an RSA key',
      asks('kms:CallerAccount'),
      0,
      { metadata: { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' } },
    ],
    [
      'for all but some actions',
      asks('kms:EncryptionContext:App', { Action: undefined, NotAction: 'kms:DescribeKey' }),
      0,
    ],
    [
      'for actions of other services',
      asks('kms:EncryptionContext:App', { Action: ['kms:Decrypt', 's3:GetObject'] }),
      0,
    ],
    [
      'for patterns of other services',
      asks('kms:EncryptionContext:App', { Action: ['kms:Decrypt', 's3:Describe*'] }),
      0,
    ],
    [
      'for a pattern in other letters',
      asks('kms:EncryptionContext:App', { Action: ['kms:Decrypt', 'KMS:describe*'] }),
      1,
    ],
    [
      'for an action that does not exist',
      asks('kms:EncryptionContext:App', { Action: ['kms:Decrypt', 'kms:Nonsense*'] }),
      0,
    ],
    [
      'for a pattern with some that carry it',
      asks('kms:EncryptionContext:App', { Action: ['kms:Decrypt', 'kms:*Key'] }),
      0,
    ],
  ])('%s', (_, content, count, around?: Around) => {
    expect(said(rule, content, around)).toHaveLength(count);
  });

  it('are told in the plural, and of a Deny', () => {
    const content = asks('kms:EncryptionContext:App', {
      Effect: 'Deny',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:PutKeyPolicy'],
    });
    const [found] = lintPolicy(content).filter((one) => one.rule === rule.name);
    expect(found).toMatchObject({
      message:
        '`kms:DescribeKey` and `kms:PutKeyPolicy` are not denied by `Statement 1`: a request for them never carries `kms:EncryptionContext:App`.',
      help: 'Put them into a statement without this condition.',
    });
  });

  it('of aliases are told once, though no action carries them either', () => {
    expect(said(rule, asks('kms:ResourceAliases', { Action: 'kms:CreateKey' }))).toHaveLength(1);
  });

  it('say what kind of key takes none', () => {
    const [found] = lintPolicy(asks('kms:EncryptionContext:App', { Effect: 'Deny' }), {
      metadata: { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
    }).filter((one) => one.rule === rule.name);
    expect(found).toMatchObject({
      message: 'A key of type `RSA_2048` takes no encryption context, so `Statement 1` denies nothing.',
      help: 'Remove the condition.',
    });
  });
});
