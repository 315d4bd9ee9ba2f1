import { describe, expect, it } from 'vitest';
import { type Around, allow, said } from '#engine/lint/testing/lint.ts';
import { s3BucketKeyContext as rule } from './rule.ts';

describe('a bucket with a Bucket Key', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'objects only',
      allow({ Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::bucket/*' } } }),
      ['BUCKET_KEY_ENCRYPTION_CONTEXT "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::bucket/*"'],
      {
        scenario: {
          resources: [
            {
              arn: 'arn:aws:s3:::bucket',
              encryption: { kmsKey: '1234abcd-12ab-34cd-56ef-1234567890ab', bucketKey: true },
            },
          ],
        },
      },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    [
      'a bucket without one',
      allow({ Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::bucket/*' } } }),
      {
        scenario: {
          resources: [
            { arn: 'arn:aws:s3:::bucket', encryption: { kmsKey: '1234abcd-12ab-34cd-56ef-1234567890ab' } },
          ],
        },
      },
    ],
    [
      'an unknown bucket',
      allow({ Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::bucket/*' } } }),
      {},
    ],
    [
      'both',
      allow({
        Condition: {
          StringLike: {
            'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*'],
          },
        },
      }),
      {
        scenario: {
          resources: [
            {
              arn: 'arn:aws:s3:::bucket',
              encryption: { kmsKey: '1234abcd-12ab-34cd-56ef-1234567890ab', bucketKey: true },
            },
          ],
        },
      },
    ],
    [
      'a pattern for both',
      allow({ Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::bucket*' } } }),
      {
        scenario: {
          resources: [
            {
              arn: 'arn:aws:s3:::bucket',
              encryption: { kmsKey: '1234abcd-12ab-34cd-56ef-1234567890ab', bucketKey: true },
            },
          ],
        },
      },
    ],
    [
      'another bucket',
      allow({ Condition: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::other/*' } } }),
      {
        scenario: {
          resources: [
            {
              arn: 'arn:aws:s3:::bucket',
              encryption: { kmsKey: '1234abcd-12ab-34cd-56ef-1234567890ab', bucketKey: true },
            },
          ],
        },
      },
    ],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });
});
