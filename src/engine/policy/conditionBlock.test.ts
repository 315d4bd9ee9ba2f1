import { describe, expect, it } from 'vitest';
import { ALLOW, codesOf, parse, withStatement } from './testing/oneStatement.ts';

describe('conditions', () => {
  const codes = (Condition: unknown) => codesOf(withStatement({ Condition }));

  it.each<[string, unknown, readonly string[]]>([
    ['StringEqual', 'x', ['INVALID_CONDITION_OPERATOR']],
    ['stringequals', 'x', []],
    ['ForAllValues:StringLikeIfExists', 'x', []],
    ['ForAllValue:StringLike', 'x', ['INVALID_CONDITION_OPERATOR']],
    ['NullIfExists', 'true', ['NULL_WITH_IF_EXISTS']],
    ['StringEquals', [], ['EMPTY_ARRAY_CONDITION']],
    ['ForAllValues:StringEquals', [], ['EMPTY_ARRAY_CONDITION_FORALLVALUES']],
    ['ForAnyValue:StringEquals', [], ['EMPTY_ARRAY_CONDITION_FORANYVALUE']],
    ['StringEqualsIfExists', [], ['EMPTY_ARRAY_CONDITION_IFEXISTS']],
    ['StringEquals', ['a', 1], ['INVALID_CONDITION_DATA_TYPE']],
    ['StringEquals', '${aws:username}', []],
    ['StringEquals', "${aws:username, 'a}b'}", []],
    ['ArnLike', '${*}${?}${$}', []],
    ['StringEquals', '${aws:username', ['MISSING_BRACE_IN_VARIABLE']],
    ['StringEquals', '${ }', ['EMPTY_VARIABLE']],
    ['StringEquals', '${aws: username}', ['UNSUPPORTED_SPACE_IN_VARIABLE']],
    ['StringEquals', '${aws:username, x}', ['MISSING_QUOTE_IN_VARIABLE']],
    ['DateLessThan', '${aws:CurrentTime}', ['INVALID_VARIABLE_FOR_OPERATOR']],
  ])('%s: %j', (operator, value, expected) => {
    expect(codes({ [operator]: { 'aws:x': value } })).toEqual(expected);
  });

  it('suggest the operator that was meant', () => {
    const { diagnostics } = withStatement({ Condition: { 'ForAnyValue:StringEqual': { k: 'x' } } });
    expect(diagnostics[0]?.help).toBe('Did you mean `StringEquals`?');
  });

  it('take one key once, whatever its case', () => {
    expect(codes({ Bool: { 'aws:x': true, 'AWS:X': true } })).toEqual(['DUPLICATE_KEYS_WITH_DIFFERENT_CASE']);
    expect(codes({ Bool: { 'aws:x': true }, Null: { 'AWS:X': true } })).toEqual([]);
  });

  it('have no variables before 2012', () => {
    const statement = { ...ALLOW, Condition: { StringEquals: { 'aws:x': '${aws:username' } } };
    const parsed = parse(JSON.stringify({ Version: '2008-10-17', Statement: statement }));
    expect(codesOf(parsed)).toEqual(['VARIABLE_UNSUPPORTED_IN_VERSION']);
  });
});
