import { describe, expect, it } from 'vitest';
import { type Around, allow, said } from '#engine/lint/testing/lint.ts';
import { iamResources as rule } from './rule.ts';

describe('resources of IAM policies', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'a key id',
      allow({ Resource: '1234abcd-12ab-34cd-56ef-1234567890ab', Principal: undefined }),
      ['INVALID_ARN_PREFIX "1234abcd-12ab-34cd-56ef-1234567890ab"'],
      { type: 'identity' },
    ],
    [
      'an alias',
      allow({ Resource: 'arn:aws:kms:us-east-1:111122223333:alias/app', Principal: undefined }),
      ['ALIAS_AS_RESOURCE "arn:aws:kms:us-east-1:111122223333:alias/app"'],
      { type: 'identity' },
    ],
    [
      'no Region',
      allow({ Resource: 'arn:aws:kms::111122223333:key/a', Principal: undefined }),
      ['MISSING_ARN_REGION "arn:aws:kms::111122223333:key/a"'],
      { type: 'identity' },
    ],
    [
      'no account',
      allow({ Resource: 'arn:aws:kms:us-east-1::key/a', Principal: undefined }),
      ['MISSING_ARN_ACCOUNT "arn:aws:kms:us-east-1::key/a"'],
      { type: 'identity' },
    ],
    [
      'neither key nor alias',
      allow({ Resource: 'arn:aws:kms:us-east-1:111122223333:app', Principal: undefined }),
      ['INVALID_ARN_RESOURCE "arn:aws:kms:us-east-1:111122223333:app"'],
      { type: 'identity' },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    [
      'a key',
      allow({
        Resource: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        Principal: undefined,
      }),
      { type: 'identity' },
    ],
    ['everything', allow({ Principal: undefined }), { type: 'identity' }],
    ['a pattern', allow({ Resource: 'arn:aws:kms:*:*:*', Principal: undefined }), { type: 'identity' }],
    [
      'an alias for alias operations',
      allow({
        Action: ['kms:CreateAlias', 'kms:DescribeKey'],
        Resource: [
          'arn:aws:kms:us-east-1:111122223333:alias/app',
          'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        ],
        Principal: undefined,
      }),
      { type: 'identity' },
    ],
    [
      'an alias beside the key',
      allow({
        Resource: [
          'arn:aws:kms:us-east-1:111122223333:alias/app',
          'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        ],
        Principal: undefined,
      }),
      { type: 'identity' },
    ],
    [
      'resources of other services',
      allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', Principal: undefined }),
      { type: 'identity' },
    ],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });
});
