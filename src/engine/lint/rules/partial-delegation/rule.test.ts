import { describe, expect, it } from 'vitest';
import { DELEGATION, allow, said } from '#engine/lint/testing/lint.ts';
import { partialDelegation as rule } from './rule.ts';

describe("the account's statement", () => {
  it.each([
    [
      'management only',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: ['kms:Create*', 'kms:Describe*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
      }),
      ['PARTIAL_DELEGATION "arn:aws:iam::111122223333:root"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['everything', DELEGATION],
    [
      'some use as well',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: ['kms:Create*', 'kms:Describe*', 'kms:Put*', 'kms:ScheduleKeyDeletion', 'kms:Decrypt'],
      }),
    ],
    [
      'use in another statement',
      [
        allow({
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: ['kms:Create*', 'kms:Describe*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
        }),
        allow({ Principal: { AWS: '111122223333' } }),
      ],
    ],
    [
      'no management',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:DescribeKey' }),
    ],
    [
      'another account',
      [
        DELEGATION,
        allow({
          Principal: { AWS: 'arn:aws:iam::444455556666:root' },
          Action: ['kms:Create*', 'kms:Describe*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
        }),
      ],
    ],
    [
      'everyone besides',
      [
        allow({
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: ['kms:Create*', 'kms:Describe*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
        }),
        allow({ Principal: '*', Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } } }),
      ],
    ],
    [
      'a Deny',
      [
        DELEGATION,
        allow({
          Effect: 'Deny',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: ['kms:Create*', 'kms:Describe*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
        }),
      ],
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
