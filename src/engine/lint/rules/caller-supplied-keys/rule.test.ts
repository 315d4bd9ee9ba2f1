import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { callerSuppliedKeys as rule } from './rule.ts';

const agent = { 'aws:UserAgent': 'internal-*' };

describe('what callers say of themselves', () => {
  it.each([
    ['lets somebody in', allow({ Condition: { StringLike: agent } }), '"aws:UserAgent"'],
    ['spares somebody', allow({ Effect: 'Deny', Condition: { StringNotLike: agent } }), '"aws:UserAgent"'],
    [
      'is where they come from',
      allow({ Condition: { StringEquals: { 'aws:referer': 'https://a.example/' } } }),
      '"aws:referer"',
    ],
  ])('is reported where it %s', (_, content, key) => {
    expect(said(rule, content)).toEqual([`UNTRUSTWORTHY_CONDITION_KEY ${key}`]);
  });

  it.each([
    ['where it only keeps out', allow({ Effect: 'Deny', Condition: { StringLike: agent } })],
    ['where an Allow leaves it out', allow({ Condition: { StringNotLike: agent } })],
    ['where AWS says it', allow({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } })],
  ])('is left alone %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
