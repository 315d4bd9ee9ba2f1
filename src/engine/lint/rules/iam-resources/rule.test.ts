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
    ...(
      [
        ['an end too soon', 'arn:aws:kms:us-east-1:111122223333', 'MISSING_ARN_FIELD'],
        ['a service alone', 'arn:aws:kms', 'MISSING_ARN_FIELD'],
        ['capital letters', 'arn:aws:KMS:us-east-1:111122223333:key/a', 'INVALID_ARN_SERVICE_CASE'],
        ['no Region', 'arn:aws:kms:us-east1:111122223333:key/a', 'INVALID_ARN_REGION'],
        ['no account', 'arn:aws:kms:us-east-1:1111-2222-3333:key/a', 'INVALID_ARN_ACCOUNT'],
        ['a bucket in a Region', 'arn:aws:s3:us-east-1::bucket', 'ARN_REGION_NOT_ALLOWED'],
        ['a bucket of an account', 'arn:aws:s3::111122223333:bucket/*', 'ARN_ACCOUNT_NOT_ALLOWED'],
        ['a role in a Region', 'arn:aws:iam:us-east-1:111122223333:role/App', 'ARN_REGION_NOT_ALLOWED'],
        ['no partition', 'arn:amazon:kms:us-east-1:111122223333:key/a', 'INVALID_PARTITION'],
      ] as const
    ).map(([name, Resource, code]): [string, unknown, readonly string[], Around] => [
      `${name} in a field`,
      allow({ Resource, Principal: undefined }),
      [`${code} "${Resource}"`],
      { type: 'identity' },
    ]),
    [
      'neither key nor alias',
      allow({ Resource: 'arn:aws:kms:us-east-1:111122223333:app', Principal: undefined }),
      ['INVALID_ARN_RESOURCE "arn:aws:kms:us-east-1:111122223333:app"'],
      { type: 'identity' },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it('is about buckets where a statement is about S3 alone', () => {
    const statement = allow({
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:us-east-1:111122223333:bucket/*',
      Principal: undefined,
    });
    expect(said(rule, statement, { type: 'identity' })).toEqual([
      'ARN_REGION_NOT_ALLOWED "arn:aws:s3:us-east-1:111122223333:bucket/*"',
    ]);
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
    ...[
      'arn:aws:kms:*',
      'arn:aws:s3:::bucket',
      'arn:aws:s3:us-east-1:111122223333:accesspoint/app',
      'arn:aws:s3:*:*:bucket',
      'arn:aws:iam::111122223333:role/App',
      'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/*',
      'arn:aws-cn:kms:cn-north-1:111122223333:key/*',
      'arn:aws:kms:eu-*:${aws:PrincipalAccount}:key/*',
      'arn:*:kms:il-central-1:*:key/*',
    ].map((Resource): [string, unknown, Around] => [
      Resource,
      allow({ Resource, Principal: undefined }),
      { type: 'identity' },
    ]),
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
      'an access point, where S3 is meant alone',
      allow({
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:us-east-1:111122223333:accesspoint/app/object/*',
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
