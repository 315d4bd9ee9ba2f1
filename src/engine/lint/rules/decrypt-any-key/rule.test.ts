import { describe, expect, it } from 'vitest';
import { type Around, allow, said } from '#engine/lint/testing/lint.ts';
import { decryptAnyKey as rule } from './rule.ts';

describe('decrypting by an IAM policy', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    ['every key', allow({ Principal: undefined }), ['DECRYPT_WITH_ANY_KEY "*"'], { type: 'identity' }],
    [
      'every key by its ARN',
      allow({ Action: 'kms:*', Resource: 'arn:aws:kms:*:*:key/*', Principal: undefined }),
      ['DECRYPT_WITH_ANY_KEY "arn:aws:kms:*:*:key/*"'],
      { type: 'identity' },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    [
      'one key',
      allow({
        Resource: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        Principal: undefined,
      }),
      { type: 'identity' },
    ],
    [
      'keys of an account',
      allow({ Resource: 'arn:aws:kms:*:111122223333:key/*', Principal: undefined }),
      { type: 'identity' },
    ],
    [
      'a condition',
      allow({
        Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/app' } },
        Principal: undefined,
      }),
      { type: 'identity' },
    ],
    ['an administrator', allow({ Action: '*', Principal: undefined }), { type: 'identity' }],
    ['no use', allow({ Action: 'kms:ListKeys', Principal: undefined }), { type: 'identity' }],
    ['a Deny', allow({ Effect: 'Deny', Principal: undefined }), { type: 'identity' }],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });
});
