import { describe, expect, test } from 'vitest';
import { spellings } from './laws.ts';
import { conditionOperators } from './operators.ts';
import { parseOperator, printOperator } from './parseOperator.ts';

describe('operator names (IAM-071)', () => {
  test.each([
    ['StringEquals', 'none', 'StringEquals', false, false],
    ['StringNotLikeIfExists', 'none', 'StringNotLike', true, false],
    ['ForAllValues:StringNotLikeIfExists', 'ForAllValues', 'StringNotLike', true, false],
    ['ForAnyValue:ArnLike', 'ForAnyValue', 'ArnLike', false, false],
    ['Null', 'none', 'Null', false, false],
    ['ForAllValues:Null', 'ForAllValues', 'Null', false, false],
    ['stringequals', 'none', 'StringEquals', false, true],
    ['forAnyValue:StringEquals', 'ForAnyValue', 'StringEquals', false, true],
    ['StringEqualsifExists', 'none', 'StringEquals', true, true],
  ] as const)('%s', (text, qualifier, name, ifExists, otherCase) => {
    expect(parseOperator(text)).toMatchObject({ qualifier, base: { name }, ifExists, otherCase });
  });

  test.each([
    ['StringEqual', '`StringEqual` is not a condition operator.'],
    ['', '`` is not a condition operator.'],
    ['IfExists', '`IfExists` is not a condition operator.'],
    ['StringEqualsIfExistsIfExists', '`StringEqualsIfExistsIfExists` is not a condition operator.'],
    ['NotBool', '`NotBool` is not a condition operator.'],
    [' StringEquals', '` StringEquals` is not a condition operator.'],
    ['NullIfExists', 'cannot be combined with `IfExists`'],
    ['ForAllValues:NullIfExists', 'cannot be combined with `IfExists`'],
    ['ForEveryValue:StringEquals', '`ForEveryValue` is not a set operator'],
    [':StringEquals', '`` is not a set operator'],
    ['ForAllValues:ForAnyValue:StringEquals', 'is not a condition operator'],
    ['ForAllValues:', '`ForAllValues:` is not a condition operator.'],
  ])('%j is none', (text, problem) => {
    expect(parseOperator(text)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test('every spelling of every operator is read back as itself', () => {
    const all = conditionOperators.flatMap((operator) => spellings(operator));
    expect(new Set(all).size).toBe(26 * 6 + 3);
    for (const text of all) {
      const parsed = parseOperator(text);
      expect('base' in parsed && printOperator(parsed.qualifier, parsed.base, parsed.ifExists)).toBe(text);
      expect(parsed).toMatchObject({ otherCase: false });
    }
  });
});
