import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { emptyParts as rule } from './rule.ts';

describe('empty parts', () => {
  it.each([
    ['no action', allow({ Action: [] }), ['EMPTY_ARRAY_ACTION []']],
    ['an empty condition', allow({ Condition: {} }), ['EMPTY_OBJECT_CONDITION {}']],
    [
      'no value',
      allow({ Condition: { StringEquals: { 'kms:CallerAccount': [] } } }),
      ['EMPTY_ARRAY_CONDITION "kms:CallerAccount": []'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([['full ones', allow()]])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
