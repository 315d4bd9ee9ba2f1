import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { neverAPrincipal as rule } from './rule.ts';

describe('what makes no requests', () => {
  it.each([
    [
      'a group',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:group/Admins' } }),
      ['INEFFECTIVE_PRINCIPAL "arn:aws:iam::111122223333:group/Admins"'],
    ],
    [
      'a federated provider',
      allow({ Principal: { Federated: 'cognito-identity.amazonaws.com' } }),
      ['FEDERATED_PRINCIPAL_NOT_SUPPORTED "cognito-identity.amazonaws.com"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([['a role', allow()]])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
