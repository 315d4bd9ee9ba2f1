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

describe("the account's statement among others", () => {
  const ACCOUNT = 'arn:aws:iam::111122223333:root';
  const manages = { Principal: { AWS: ACCOUNT }, Action: ['kms:Put*', 'kms:Describe*'] };

  it.each([
    [
      'beside another account',
      [allow({ ...manages, Principal: { AWS: ['arn:aws:iam::444455556666:root', ACCOUNT] } })],
      1,
    ],
    [
      'beside a role',
      [allow({ ...manages, Principal: { AWS: ['arn:aws:iam::111122223333:role/App', ACCOUNT] } })],
      1,
    ],
    ['beside what a role may do', [allow(manages), allow()], 1],
    ['beside a Deny for everyone', [allow(manages), allow({ Effect: 'Deny', Principal: '*' })], 1],
    [
      'beside all but some',
      [allow(manages), allow({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT } })],
      0,
    ],
    [
      'where another statement has the rest',
      [allow({ ...manages, Action: 'kms:DescribeKey' }), allow(manages)],
      1,
    ],
    ['which denies', [allow({ ...manages, Effect: 'Deny' })], 0],
    ['of another account', [allow({ ...manages, Principal: { AWS: '444455556666' } })], 0],
  ])('%s', (_, statements, count) => {
    expect(said(rule, statements)).toHaveLength(count);
  });

  it('is AWS’s business where AWS manages the key', () => {
    expect(said(rule, allow(manages), { metadata: { KeyManager: 'AWS' } })).toEqual([]);
  });
});
