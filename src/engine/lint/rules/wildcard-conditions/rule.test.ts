import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { wildcardConditions as rule } from './rule.ts';

const when = (operator: string, ...values: readonly string[]) =>
  allow({ Condition: { [operator]: { 'kms:EncryptionContextKeys': values } } });

describe('a star in a condition', () => {
  it.each([
    ['StringLikeIfExists', 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION "*"'],
    ['ForAllValues:StringLike', 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION "*"'],
    ['ForAnyValue:StringLikeIfExists', 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION "*"'],
    ['ForAnyValue:StringNotLike', 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION "*"'],
  ])('is reported with %s', (operator, expected) => {
    expect(said(rule, when(operator, 'app', '*'))).toEqual([expected]);
  });

  it.each([
    'StringLike',
    'StringNotLike',
    'ForAnyValue:StringLike',
    'ForAllValues:StringNotLike',
    'StringNotLikeIfExists',
  ])('may be meant with %s, where it tells whether the key is there', (operator) => {
    expect(said(rule, when(operator, '*'))).toEqual([]);
  });

  it.each(['app*', '?*'])('is more than %s', (value) => {
    expect(said(rule, when('StringLikeIfExists', value))).toEqual([]);
  });
});
