import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyType } from './policy.ts';
import { ALLOW, codesOf, only, parse, withStatement } from './testing/oneStatement.ts';

describe('the document', () => {
  it('is read with the place of everything', () => {
    const text = `{
  "Version": "2012-10-17", "Id": "i",
  "Statement": [{
    "Sid": "A", "Effect": "Deny",
    "NotPrincipal": {"AWS": ["111122223333", "*"], "Service": "s3.amazonaws.com"},
    "NotAction": "kms:Decrypt", "NotResource": ["a", "b"],
    "Condition": {"NumericLessThan": {"k:a": [1.50, 1e999]}, "Bool": {"k:b": true, "K:C": ["x"]}}
  }]
}`;
    const { policy, diagnostics } = parse(text);
    const cut = (span: { from: number; to: number } | undefined) => span && text.slice(span.from, span.to);
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
    expect(policy).toMatchObject({ text: 'key', type: 'key', name: 'key', id: 'i', variables: true });
    const statement = only(policy?.statements);
    expect(statement).toMatchObject({ index: 0, sid: 'A', ref: 'key#A', effect: 'Deny', inert: undefined });
    expect(cut(statement.effectSpan)).toBe('"Deny"');
    expect(cut(statement.span)).toMatch(/^\{\n {4}"Sid"[^]*\}\}\n {2}\}$/);
    expect(statement.principal?.negated).toBe(true);
    expect(statement.principal?.entries.map(({ kind, value, span }) => [kind, value, cut(span)])).toEqual([
      ['AWS', '111122223333', '"111122223333"'],
      ['AWS', '*', '"*"'],
      ['Service', 's3.amazonaws.com', '"s3.amazonaws.com"'],
    ]);
    expect(statement.action).toMatchObject({ negated: true, patterns: [{ value: 'kms:Decrypt' }] });
    expect(cut(statement.resource?.span)).toBe('["a", "b"]');
    expect(
      statement.conditions.map(({ operator, key, values, span }) => [
        operator.value,
        key.value,
        values.map(({ value, writtenAs }) => `${value}:${writtenAs}`),
        cut(span),
      ]),
    ).toEqual([
      ['NumericLessThan', 'k:a', ['1.50:number', '1e999:number'], '"k:a": [1.50, 1e999]'],
      ['Bool', 'k:b', ['true:boolean'], '"k:b": true'],
      ['Bool', 'K:C', ['x:string'], '"K:C": ["x"]'],
    ]);
  });

  it.each([
    ['{"Version":"2012-10-17"', 'JSON_SYNTAX_ERROR'],
    ['{"Version":"2012-10-17","Version":"2012-10-17"}', 'DUPLICATE_KEY'],
    ['[]', 'DATA_TYPE_MISMATCH'],
    ['"{}"', 'DATA_TYPE_MISMATCH'],
    ['['.repeat(200), 'NESTING_TOO_DEEP'],
    [' '.repeat(1_000_001), 'TEXT_TOO_LONG'],
  ])('is no policy: %.40s', (text, code) => {
    expect(parse(text).policy).toBeUndefined();
    expect(codesOf(parse(text))).toEqual([code]);
  });

  it.each([
    ['{"Version":"2012-10-17"}', 'MISSING_STATEMENT'],
    ['{"Version":"2012-10-17","Statement":[]}', 'MISSING_STATEMENT'],
    ['{"Version":"2012-10-17","Statement":5}', 'DATA_TYPE_MISMATCH'],
    ['{"Version":"2012-10-17","Statement":["x"]}', 'DATA_TYPE_MISMATCH'],
  ])('has no statements: %s', (text, code) => {
    expect(parse(text).policy?.statements).toEqual([]);
    expect(codesOf(parse(text))).toEqual([code]);
  });

  it('counts what is no statement', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [ALLOW, 5, ALLOW] });
    expect(parse(text).policy?.statements.map(({ index, ref }) => [index, ref])).toEqual([
      [0, 'key[0]'],
      [2, 'key[2]'],
    ]);
  });

  it.each<[PolicyType, unknown, boolean, readonly string[]]>([
    ['key', '2012-10-17', true, []],
    ['key', '2008-10-17', false, []],
    ['key', undefined, false, ['MISSING_VERSION']],
    ['key', '2012-10-18', false, ['INVALID_VERSION']],
    ['key', 2012, false, ['DATA_TYPE_MISMATCH']],
    ['scp', '2008-10-17', false, ['INVALID_VERSION']],
    ['rcp', undefined, false, ['MISSING_VERSION']],
  ])('of type %s with version %s', (type, Version, variables, codes) => {
    const deny = {
      Effect: 'Deny',
      Action: 'kms:*',
      Resource: '*',
      ...(type === 'scp' ? {} : { Principal: '*' }),
    };
    const parsed = parse(JSON.stringify({ Version, Statement: deny }), type);
    expect(parsed.policy?.variables).toBe(variables);
    expect(codesOf(parsed)).toEqual(codes);
  });

  it('may have an Id only where it belongs to a resource', () => {
    const statement = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };
    const text = JSON.stringify({ Version: '2012-10-17', Id: 'x', Statement: statement });
    expect(codesOf(parse(text, 'identity'))).toEqual(['INVALID_POLICY_ELEMENT']);
    expect(codesOf(parse(text, 'boundary'))).toEqual(['INVALID_POLICY_ELEMENT']);
    expect(codesOf(parse(text, 'key'))).toEqual(['MISSING_PRINCIPAL']);
  });

  it('suggests the element that was meant', () => {
    const { diagnostics } = parse('{"version":"2012-10-17","Statements":[]}');
    expect(
      diagnostics.filter(({ code }) => code === 'INVALID_POLICY_ELEMENT').map(({ help }) => help),
    ).toEqual(['Did you mean `Version`?', 'Did you mean `Statement`?']);
  });

  it('reports characters no policy can hold, once', () => {
    const { policy, diagnostics } = withStatement({ Sid: 'a→b→é😀' });
    expect(policy?.statements).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { code: 'INVALID_CHARACTER', message: 'A policy cannot hold the character `→` (U+2192) and 1 other.' },
    ]);
  });
});

describe('references', () => {
  const refs = (sids: readonly (string | undefined)[], type: PolicyType = 'key') =>
    parse(JSON.stringify({ Version: '2012-10-17', Statement: sids.map((Sid) => ({ ...ALLOW, Sid })) }), type);

  it('are the Sid, or the index where there is none or another statement has it', () => {
    const parsed = refs(['A', undefined, 'A', '', 'B c']);
    expect(parsed.policy?.statements.map(({ ref }) => ref)).toEqual([
      'key#A',
      'key[1]',
      'key[2]',
      'key[3]',
      'key#B c',
    ]);
    expect(parsed.policy?.statements.map(({ sid }) => sid)).toEqual(['A', undefined, 'A', '', 'B c']);
    expect(codesOf(parsed)).toEqual(['UNIQUE_SIDS_RECOMMENDED', 'EMPTY_SID_VALUE']);
  });

  it('are unique in any policy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom('', 'A', 'B', '0', ']'), { nil: undefined })),
        (sids) => {
          const found = refs(sids).policy?.statements.map(({ ref }) => ref) ?? [];
          expect(new Set(found).size).toBe(sids.length);
        },
      ),
    );
  });

  it('depend on the policy type in what a Sid may hold', () => {
    const statement = { Sid: 'has space', Effect: 'Allow', Action: 'kms:*', Resource: '*' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statement });
    expect(codesOf(parse(text, 'identity'))).toEqual(['UNSUPPORTED_SID']);
    expect(codesOf(withStatement({ Sid: 'has space' }))).toEqual([]);
    expect(codesOf(withStatement({ Sid: 5 }))).toEqual(['DATA_TYPE_MISMATCH']);
  });
});

describe('any text', () => {
  const types: readonly PolicyType[] = [
    'key',
    'identity',
    'boundary',
    'session',
    'scp',
    'rcp',
    'endpoint',
    'resource',
    'trust',
  ];
  const names = [
    'Sid',
    'Effect',
    'Principal',
    'NotPrincipal',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
    '__proto__',
  ];
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('Allow', 'Deny', '*', '111122223333', 'kms:*', '${', '${a, b}', 1, true, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names, 'AWS', 'Bool', 'StringLike', 'aws:x', 'AWS:X'), tie('value'), {
        maxKeys: 4,
      }),
    ),
  }));
  const statement = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  const document = fc.record(
    {
      Version: fc.constantFrom('2012-10-17', '2008-10-17', 5),
      Id: value,
      Statement: fc.oneof(value, statement, fc.array(statement)),
    },
    { requiredKeys: [] },
  );

  it('is answered, with places inside it and a reason for every statement that lacks something', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      document.map((policy) => JSON.stringify(policy, undefined, 1)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...types), (source, type) => {
        const { policy, diagnostics } = parse(source, type);
        const spans = [...diagnostics, ...(policy?.statements ?? [])].map(({ span }) => span);
        expect(
          spans.every(
            ({ text: id, from, to }) => id === type && from >= 0 && from <= to && to <= source.length,
          ),
        ).toBe(true);
        for (const found of policy?.statements ?? []) {
          const complete = found.effect !== undefined && found.action !== undefined;
          expect(complete || found.inert !== undefined).toBe(true);
        }
        for (const { message } of diagnostics) expect(message).toMatch(/^[^\n]+\.$/);
      }),
      { numRuns: 1000 },
    );
  });
});
