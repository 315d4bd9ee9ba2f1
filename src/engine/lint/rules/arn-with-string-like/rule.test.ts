import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { arnWithStringLike as rule } from './rule.ts';

describe('patterns for ARNs', () => {
  it.each([
    [
      'a star for the account',
      allow({ Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/App' } } }),
      ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS "arn:aws:iam::*:role/App"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'a star at the end',
      allow({ Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }),
    ],
    ['ArnLike', allow({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/App' } } })],
    ['no ARN', allow({ Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } } })],
    [
      'an encryption context',
      allow({
        Condition: {
          StringLike: {
            'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:111122223333:trail/*',
          },
        },
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('compares part by part', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({ Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/App' } } }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/App' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
