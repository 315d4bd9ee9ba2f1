import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonNode } from './json.ts';
import { parseJson } from './parseJson.ts';
import { plainValue } from './plainValue.ts';
import { asArray, asObject, memberValue } from './read.ts';

const messages = (text: string) => parseJson(text, 't').diagnostics.map(({ message }) => message);

describe('strict JSON', () => {
  it('is exactly what JSON.parse takes, with the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const { root, wellFormed, diagnostics } = parseJson(text, 't');
        const repeated = diagnostics.some(({ code }) => code === 'DUPLICATE_KEY');
        expect(wellFormed || repeated).toBe(true);
        expect(root && JSON.stringify(plainValue(root))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('is nothing that JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      ...'{ } [ ] , : "a" "b" " 1 01 - 1.5e3 1. true nul \\ \' /**/ "\\u00zz" "\\x" +1 NaN …'.split(' '),
      ' ',
      '\n',
      '//x\n',
      '\u00a0',
      '\ufeff',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        fc.pre(!text.startsWith('\ufeff'));
        const { wellFormed, diagnostics } = parseJson(text, 't');
        const repeated = diagnostics.every(({ code }) => code === 'DUPLICATE_KEY');
        expect(diagnostics.length === 0).toBe(wellFormed);
        expect(repeated).toBe(accepts(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('survives any text and keeps all places inside it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), damagedJson()), (text) => {
        const { root, diagnostics } = parseJson(text, 't');
        expect(diagnostics.length).toBeLessThanOrEqual(20);
        for (const { span, message } of diagnostics) {
          expect(span.from >= 0 && span.from <= span.to && span.to <= text.length).toBe(true);
          expect(message).toMatch(/^[^\n]+\.$/);
        }
        if (root !== undefined) expectNested(root, 0, text.length);
      }),
    );
  });

  function accepts(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});

/** JSON with a piece cut out or doubled. */
function damagedJson() {
  return fc.tuple(fc.json(), fc.nat(), fc.nat(3), fc.boolean()).map(([text, at, length, doubled]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + (doubled ? text.slice(from - length) : text.slice(from + length));
  });
}

function expectNested(node: JsonNode, from: number, to: number): void {
  expect(from <= node.span.from && node.span.from < node.span.to && node.span.to <= to).toBe(true);
  for (const item of asArray(node)?.items ?? []) expectNested(item, node.span.from, node.span.to);
  for (const { keySpan, value } of asObject(node)?.members ?? []) {
    expect(node.span.from < keySpan.from && keySpan.to <= value.span.from).toBe(true);
    expectNested(value, keySpan.to, node.span.to);
  }
}

describe('the tree', () => {
  it('has the place of every value and name', () => {
    const text = ' {"a": [1.50, "x\\n", true, null]}';
    const { root } = parseJson(text, 't');
    const list = asArray(memberValue(root, 'a'));
    const cut = (node: JsonNode | undefined) => node && text.slice(node.span.from, node.span.to);
    expect(cut(root)).toBe('{"a": [1.50, "x\\n", true, null]}');
    expect(list?.items.map(cut)).toEqual(['1.50', '"x\\n"', 'true', 'null']);
    expect(asObject(root)?.members[0]?.keySpan).toEqual({ text: 't', from: 2, to: 5 });
  });

  it.each(['1e999', '-0', '1E+2', '12345678901234567890', '1.0'])(
    'keeps the number %s as written',
    (lexeme) => {
      expect(parseJson(lexeme, 't').root).toMatchObject({ kind: 'number', lexeme });
    },
  );

  it('keeps repeated keys and reports the second one', () => {
    const { root, diagnostics, wellFormed } = parseJson('{"Effect":"Deny","\\u0045ffect":"Allow"}', 't');
    expect(asObject(root)?.members.map(({ key }) => key)).toEqual(['Effect', 'Effect']);
    expect(diagnostics).toMatchObject([
      { code: 'DUPLICATE_KEY', severity: 'error', span: { from: 17, to: 30 } },
    ]);
    expect(wellFormed).toBe(false);
  });

  it('may follow a byte order mark', () => {
    expect(parseJson('\ufeff{}', 't')).toMatchObject({
      wellFormed: true,
      root: { span: { from: 1, to: 3 } },
    });
  });

  it('treats keys that mean something to JavaScript like any other', () => {
    const { root, wellFormed } = parseJson('{"__proto__":{"x":1},"constructor":2,"hasOwnProperty":3}', 't');
    expect(wellFormed).toBe(true);
    expect(root && Object.keys(plainValue(root) as object)).toEqual([
      '__proto__',
      'constructor',
      'hasOwnProperty',
    ]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('is still there, as a best guess, after a syntax error', () => {
    const { root } = parseJson('{"a": [1, {"b": 2', 't');
    expect(root && plainValue(root)).toEqual({ a: [1, { b: 2 }] });
  });
});

describe('messages', () => {
  it.each([
    ['', 'The text holds no JSON value.'],
    ['["kms:Decrypt"\n"kms:Encrypt"]', 'A comma is missing after `"kms:Decrypt"`.'],
    ['{"a":{} "b":1}', 'A comma is missing after `}`.'],
    ['{"a" 1}', 'A `:` is missing after `"a"`.'],
    ['{"a":}', 'A value is missing after `"a"`.'],
    ['{"a","b":1}', 'A value is missing after `"a"`.'],
    ['{"a":1,}', 'This comma stands before `}`, where nothing follows it.'],
    ['[1,]', 'This comma stands before `]`, where nothing follows it.'],
    ['[1,,2]', 'Nothing stands before this comma.'],
    ['{"a":[1}', 'This bracket `[` is never closed.'],
    ['{"a":[{', 'This bracket `{` is never closed, nor are the 2 brackets around it.'],
    ['{}}', '`}` closes nothing.'],
    ['{} []', '`[` follows after the end of the JSON value.'],
    ['{Effect: 1}', '`Effect` is a name without double quotes.'],
    ["{'Effect': 1}", "`'Effect'` stands in single quotes."],
    ['[“Allow”]', '`“Allow”` contains typographic quotes.'],
    ['[True]', '`True` is not a JSON value.'],
    ['[...]', '`...` marks something left out and is not JSON.'],
    ['[012345678901]', '`012345678901` is not a JSON number.'],
    ['[1.]', '`1.` is not a complete number.'],
    ['// note\n{}', 'JSON has no comments, so `// note` cannot stand here.'],
    ['["a\\qb"]', '`\\q` is not an escape that JSON knows.'],
    ['{"a":"x\n}', 'The closing double quote of `"x` is missing.'],
    ['{"a":\u00a0"b"}', 'The invisible character U+00A0 stands here, which is no JSON white space.'],
    ['["a" : 1]', 'A list holds values without names, so `:` cannot stand here.'],
  ])('for %j: %s', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it.each([
    ['{Effect" : "Allow"}', '`Effect` is a name without double quotes.'],
    ['{"a": "x y\n  z"}', 'The closing double quote of `"x y` is missing.'],
    ["{'a b': 'c d'}", "`'a` stands in single quotes."],
  ])('leave out what only follows from the first: %j', (text, message) => {
    expect(messages(text)[0]).toBe(message);
    expect(messages(text).filter((each) => !/quote/.test(each))).toEqual([]);
  });

  it('mark the place', () => {
    const place = (text: string) =>
      parseJson(text, 't').diagnostics.map(({ span }) => text.slice(span.from, span.to));
    expect(place('["kms:Decrypt"\n"kms:Encrypt"]')).toEqual(['"']);
    expect(place('[1,]')).toEqual([',']);
    expect(place('{"a": {"b": [1}}')).toEqual(['[']);
    expect(place('["\\n\\q"]')).toEqual(['\\q']);
  });

  it('stop after 20', () => {
    expect(messages('[' + '01,'.repeat(50))).toHaveLength(20);
  });

  it('warn once of characters that no file can hold', () => {
    const text = JSON.stringify(Array.from({ length: 30 }, () => '\ud800'));
    const { diagnostics, wellFormed, root } = parseJson(text, 't');
    expect(diagnostics).toMatchObject([{ code: 'LONE_SURROGATE', severity: 'warning' }]);
    expect(wellFormed).toBe(true);
    expect(asArray(root)?.items).toHaveLength(30);
    expect(parseJson('["\\ud83d\\ude00"]', 't').diagnostics).toEqual([]);
  });
});

describe('limits', () => {
  it('takes 100 levels and reports the bracket of the 101st', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100), 't').wellFormed).toBe(true);
    const deep = parseJson('['.repeat(10_000), 't');
    expect(deep).toMatchObject({ root: undefined, wellFormed: false });
    expect(deep.diagnostics).toMatchObject([{ code: 'NESTING_TOO_DEEP', span: { from: 100, to: 101 } }]);
    expect(parseJson('{"a":'.repeat(100_000), 't').diagnostics).toHaveLength(1);
  });

  it('takes a million characters unless told otherwise', () => {
    expect(parseJson(`"${'x'.repeat(999_998)}"`, 't').wellFormed).toBe(true);
    expect(parseJson('x'.repeat(5_000_000), 't')).toEqual({
      root: undefined,
      wellFormed: false,
      diagnostics: [
        {
          code: 'TEXT_TOO_LONG',
          severity: 'error',
          message: 'The text has 5,000,000 characters, more than the 1,000,000 that are read.',
          span: { text: 't', from: 1_000_000, to: 5_000_000 },
        },
      ],
    });
    expect(parseJson('[1]', 't', { maxLength: 2 }).diagnostics).toMatchObject([{ code: 'TEXT_TOO_LONG' }]);
    expect(parseJson('[[1]]', 't', { maxDepth: 1 }).diagnostics).toMatchObject([
      { code: 'NESTING_TOO_DEEP' },
    ]);
  });
});
