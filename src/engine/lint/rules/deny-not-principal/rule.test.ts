import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { denyNotPrincipal as rule } from './rule.ts';

describe('whom a Deny spares', () => {
  it.each([
    [
      'a role without its account',
      allow({
        Effect: 'Deny',
        NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/App' },
        Action: 'kms:*',
        Principal: undefined,
      }),
      ['DENY_WITH_NOT_PRINCIPAL "arn:aws:iam::111122223333:role/App"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'a role with its account',
      allow({
        Effect: 'Deny',
        NotPrincipal: { AWS: ['arn:aws:iam::111122223333:role/App', 'arn:aws:iam::111122223333:root'] },
        Action: 'kms:*',
        Principal: undefined,
      }),
    ],
    [
      'an account',
      allow({
        Effect: 'Deny',
        NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Principal: undefined,
      }),
    ],
    [
      'a service',
      allow({
        Effect: 'Deny',
        NotPrincipal: { Service: 'sns.amazonaws.com' },
        Action: 'kms:*',
        Principal: undefined,
      }),
    ],
    [
      'an Allow',
      allow({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/App' }, Principal: undefined }),
    ],
    [
      'a condition',
      allow({
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/App' } },
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
