import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { wildcardWithoutLike as rule } from './rule.ts';

describe('stars in values', () => {
  it.each([
    [
      'StringEquals',
      allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.*.amazonaws.com' } } }),
      ['WILDCARD_WITHOUT_LIKE_OPERATOR "s3.*.amazonaws.com"'],
    ],
    [
      'one of several',
      allow({
        Condition: {
          StringEquals: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com', 'ec2.*.amazonaws.com'] },
        },
      }),
      ['WILDCARD_WITHOUT_LIKE_OPERATOR "ec2.*.amazonaws.com"'],
    ],
    [
      'StringNotEquals',
      allow({ Condition: { StringNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }),
      ['WILDCARD_WITHOUT_LIKE_OPERATOR "arn:aws:iam::111122223333:role/*"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['StringLike', allow({ Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } } })],
    [
      'ArnEquals',
      allow({ Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }),
    ],
    ['no star', allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } })],
    [
      'a star that is written as such',
      allow({ Condition: { StringEquals: { 'aws:PrincipalTag/a': '${*}' } } }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('changes the operator', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.*.amazonaws.com' } } }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('of this condition only', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Condition: {
          StringEquals: { 'kms:CallerAccount': '111122223333', 'kms:ViaService': 's3.*.amazonaws.com' },
          StringLike: { 'aws:userid': 'x*' },
        },
      }),
    );
    expect(policy).toMatchObject({
      Statement: {
        Condition: {
          StringEquals: { 'kms:CallerAccount': '111122223333' },
          StringLike: { 'aws:userid': 'x*', 'kms:ViaService': 's3.*.amazonaws.com' },
        },
      },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
