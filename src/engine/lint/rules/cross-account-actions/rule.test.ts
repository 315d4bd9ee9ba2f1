import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { crossAccountActions as rule } from './rule.ts';

describe('actions for other accounts', () => {
  it.each([
    [
      'one that does not work there',
      allow({
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: ['kms:Decrypt', 'kms:PutKeyPolicy'],
      }),
      ['INEFFECTIVE_CROSS_ACCOUNT_ACTION "kms:PutKeyPolicy"'],
    ],
    [
      'a pattern of such',
      allow({ Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: ['kms:Decrypt', 'kms:Tag*'] }),
      ['INEFFECTIVE_CROSS_ACCOUNT_ACTION "kms:Tag*"'],
    ],
    [
      'several',
      allow({
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: ['kms:Tag*', 'kms:Decrypt', 'kms:PutKeyPolicy'],
      }),
      ['INEFFECTIVE_CROSS_ACCOUNT_ACTION "kms:Tag*"'],
    ],
    [
      'everything',
      allow({ Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'kms:*' }),
      ['ALL_ACTIONS_FOR_OTHER_ACCOUNT "kms:*"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'what works',
      allow({
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:CreateGrant', 'kms:ReEncrypt*'],
      }),
    ],
    [
      'a pattern some of which works',
      allow({ Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'kms:D*' }),
    ],
    [
      'the account beside another',
      allow({ Principal: { AWS: ['111122223333', '444455556666'] }, Action: 'kms:*' }),
    ],
    ['everyone', allow({ Principal: '*', Action: 'kms:PutKeyPolicy' })],
    [
      'a Deny',
      allow({
        Effect: 'Deny',
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: 'kms:PutKeyPolicy',
      }),
    ],
    [
      'an action that does not exist',
      allow({ Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'kms:Nonsense' }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('removes them', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: [
          'kms:Tag*',
          'kms:UntagResource',
          'kms:Decrypt',
          'kms:PutKeyPolicy',
          'kms:DescribeKey',
          'kms:CancelKeyDeletion',
        ],
      }),
    );
    expect(policy).toMatchObject({ Statement: { Action: ['kms:Decrypt', 'kms:DescribeKey'] } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
