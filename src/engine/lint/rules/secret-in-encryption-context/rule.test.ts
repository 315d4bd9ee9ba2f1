import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { secretInEncryptionContext as rule } from './rule.ts';

describe('values for an encryption context', () => {
  it.each([
    [
      'a password',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:password': 'hunter2-is-mine' } } }),
      ['SECRET_IN_ENCRYPTION_CONTEXT "hunter2-is-mine"'],
    ],
    [
      'an e-mail address',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:user': 'alice@example.com' } } }),
      ['SECRET_IN_ENCRYPTION_CONTEXT "alice@example.com"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['a name', allow({ Condition: { StringEquals: { 'kms:EncryptionContext:AppName': 'ExampleApp' } } })],
    [
      'an ARN',
      allow({
        Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::bucket/key' } },
      }),
    ],
    ['a pattern', allow({ Condition: { StringLike: { 'kms:EncryptionContext:password': '*' } } })],
    [
      'another key',
      allow({ Condition: { StringEquals: { 'aws:PrincipalTag/password': 'hunter2-is-mine' } } }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
