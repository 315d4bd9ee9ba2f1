import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { conditionGrammar as rule } from './rule.ts';

describe('operators', () => {
  it.each([
    [
      'an unknown one',
      allow({ Condition: { StringEqual: { 'kms:CallerAccount': '111122223333' } } }),
      ['INVALID_CONDITION_OPERATOR "StringEqual"'],
    ],
    [
      'Null with IfExists',
      allow({ Condition: { NullIfExists: { 'kms:CallerAccount': 'true' } } }),
      ['NULL_WITH_IF_EXISTS "NullIfExists"'],
    ],
    [
      'one key in two spellings',
      allow({ Condition: { StringEquals: { 'aws:username': 'a', 'AWS:UserName': 'b' } } }),
      ['DUPLICATE_KEYS_WITH_DIFFERENT_CASE "AWS:UserName"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['a known one', allow({ Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': 'a' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
