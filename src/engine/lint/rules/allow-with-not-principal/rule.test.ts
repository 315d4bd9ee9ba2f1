import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { allowWithNotPrincipal as rule } from './rule.ts';

describe('NotPrincipal', () => {
  it.each([
    ['an Allow', allow({ NotPrincipal: '*', Principal: undefined }), ['ALLOW_WITH_NOT_PRINCIPAL "*"']],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'a Deny',
      allow({
        Effect: 'Deny',
        NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/App' },
        Principal: undefined,
      }),
    ],
    ['a Principal', allow()],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
