import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { policySize as rule } from './rule.ts';

describe('the length of a policy', () => {
  it.each([])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([['a short one', allow()]])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('reports a key policy over 32,768 bytes, once', () => {
    const roles = Array.from(
      { length: 900 },
      (_, number) => `arn:aws:iam::111122223333:role/Application${number}`,
    );
    expect(said(rule, allow({ Principal: { AWS: roles } }))).toEqual([
      'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA {',
    ]);
  });
});
