import { describe, expect, it } from 'vitest';
import {
  type Around,
  allow,
  fixed,
  lintPolicy,
  policyOf,
  said,
  saidIn,
  scenarioWith,
} from '#engine/lint/testing/lint.ts';
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

describe('a bucket among others', () => {
  const kmsKey = '1234abcd-12ab-34cd-56ef-1234567890ab';
  const scenario = {
    resources: [
      { arn: 'arn:aws:s3:::plain' },
      { arn: 'arn:aws:s3:::bucket/*', encryption: { kmsKey, bucketKey: true } },
    ],
  };
  const asks = (operator: string, key: string, ...values: readonly string[]) =>
    allow({ Condition: { [operator]: { [key]: values } } });
  const CONTEXT = 'kms:EncryptionContext:aws:s3:arn';

  it.each([
    ['one value of several', asks('StringLike', CONTEXT, 'arn:aws:s3:::other/*', 'arn:aws:s3:::bucket/*'), 1],
    ['an object', asks('StringEquals', CONTEXT, 'arn:aws:s3:::bucket/a'), 1],
    ['objects that are left out', asks('StringNotLike', CONTEXT, 'arn:aws:s3:::bucket/*'), 0],
    ['that there is one', asks('Null', CONTEXT, 'false'), 0],
    ['something else', asks('StringLike', 'kms:EncryptionContext:App', 'arn:aws:s3:::bucket/*'), 0],
    ['a bucket whose name begins alike', asks('StringLike', CONTEXT, 'arn:aws:s3:::bucket2/*'), 0],
    ['any bucket', asks('StringLike', CONTEXT, 'arn:aws:s3:::bucket/*', 'arn:aws:s3:::*'), 0],
    [
      'another bucket by a pattern',
      asks('StringLike', CONTEXT, 'arn:aws:s3:::bucket/*', 'arn:aws:s3:::other*'),
      1,
    ],
  ])('%s is asked for', (_, content, count) => {
    expect(said(rule, content, { scenario })).toHaveLength(count);
  });

  it('is told, and taken in', () => {
    const content = asks('StringLike', CONTEXT, 'arn:aws:s3:::bucket/*');
    const [found] = lintPolicy(content, { scenario }).filter((one) => one.rule === rule.name);
    expect(found).toMatchObject({
      message:
        'The bucket `arn:aws:s3:::bucket` has a Bucket Key, so S3 sends its ARN and not those of objects.',
      help: 'Name the bucket as well.',
    });
    const { title, policy } = fixed(rule, content, { scenario });
    expect(title).toBe('Also take in `arn:aws:s3:::bucket`');
    expect(policy).toMatchObject({
      Statement: {
        Condition: { StringLike: { [CONTEXT]: ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket'] } },
      },
    });
  });

  it('counts in IAM policies, and not in others', () => {
    const content = { ...asks('StringLike', CONTEXT, 'arn:aws:s3:::bucket/*'), Principal: undefined };
    const own = {
      name: 'Own',
      document: { id: 'identity/App/Own', text: JSON.stringify(policyOf(content)) },
    };
    const arn = 'arn:aws:iam::111122223333:role/App';
    const key = JSON.stringify(policyOf(allow()));
    const inPolicy = scenarioWith(key, { scenario: { ...scenario, identities: [{ arn, policies: [own] }] } });
    const inBoundary = scenarioWith(key, {
      scenario: { ...scenario, identities: [{ arn, permissionsBoundary: own }] },
    });
    expect([saidIn(rule, inPolicy).length, saidIn(rule, inBoundary).length]).toEqual([1, 0]);
  });
});
