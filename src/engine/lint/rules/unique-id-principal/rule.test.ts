import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { uniqueIdPrincipal as rule } from './rule.ts';

describe('unique ids', () => {
  it.each([
    [
      'a role',
      allow({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } }),
      ['INVALID_ROLE_REFERENCE "AROAEXAMPLEEXAMPLE123"'],
    ],
    [
      'a user',
      allow({ Principal: { AWS: ['AIDAEXAMPLEEXAMPLE123', '111122223333'] } }),
      ['INVALID_USER_REFERENCE "AIDAEXAMPLEEXAMPLE123"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['an ARN', allow()],
    ['an account', allow({ Principal: { AWS: '111122223333' } })],
    [
      'a role called so',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/AROAEXAMPLEEXAMPLE123' } }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
