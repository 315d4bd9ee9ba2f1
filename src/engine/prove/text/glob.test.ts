import { describe, expect, test } from 'vitest';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { ANY_RUN, arnGlobOf, COLON, foldCode, globOf, literalGlob, literalOf, takes } from './glob.ts';

const glob = (text: string, fold = false) => globOf(parseWildcard(text), fold);
const code = (char: string) => char.codePointAt(0) ?? 0;

describe('a pattern as tokens', () => {
  test.each<[string, string, object]>([
    ['a text', 'ab', { name: 'ab', prefix: 'ab', parts: ['ab'], isPrefix: false }],
    ['a beginning', 'ab*', { name: 'ab*', prefix: 'ab', parts: ['ab'], isPrefix: true }],
    ['everything', '*', { name: '*', prefix: '', parts: [], isPrefix: true }],
    ['one run for several', 'a***b', { name: 'a*b', prefix: 'a', parts: ['a', 'b'], isPrefix: false }],
    ['runs apart', 'a*?*', { name: 'a*?*', prefix: 'a', parts: ['a'], isPrefix: false }],
    ['one character', 'a?', { name: 'a?', prefix: 'a', parts: ['a'], isPrefix: false }],
    ['nothing', '', { name: '', prefix: '', parts: [], isPrefix: false }],
    ['a letter beyond the first plane', '😀*', { name: '😀*', prefix: '😀', parts: ['😀'], isPrefix: true }],
    ['a zero', '\0a', { name: '\0a', prefix: '\0a', parts: ['\0a'], isPrefix: false }],
  ])('%s', (_, text, expected) => {
    expect(glob(text)).toMatchObject({ ...expected, fold: false });
  });

  test('without regard to case is in small letters and says nothing of beginnings', () => {
    expect(glob('Ab*', true)).toMatchObject({
      name: 'i:ab*',
      fold: true,
      prefix: '',
      parts: [],
      isPrefix: false,
    });
  });

  test('tells stars that mean themselves from those that do not', () => {
    expect(literalGlob('a*?$[').name).toBe('a${*}${?}${$}${[}');
    expect(glob('a*?$[').name).toBe('a*?${$}${[}');
  });

  test('stays within the fields of an ARN, and only there', () => {
    const arn = arnGlobOf(parseWildcard('a:*:?:d:e:f*?:g*'));
    expect(arn).toMatchObject({ name: 'a:[^:]*:[^:]:d:e:f*?:g*', fold: false, isPrefix: false });
    expect(arnGlobOf(parseWildcard('a:b:c:d:e:f'))?.name).toBe('a:b:c:d:e:f');
    expect(arnGlobOf(parseWildcard('a:b:c:d:e'))).toBeUndefined();
    expect(arnGlobOf(parseWildcard('a:b:c:d:*:*'))).toMatchObject({ isPrefix: false });
    expect(arnGlobOf(parseWildcard('a:b:c:d:e:*'))).toMatchObject({ prefix: 'a:b:c:d:e:', isPrefix: true });
    expect(arnGlobOf(parseWildcard('a:b:c:d:e*'))).toBeUndefined();
  });

  test('is a text where nothing is open in it', () => {
    expect(literalOf(glob('ab'))).toBe('ab');
    expect(literalOf(glob(''))).toBe('');
    expect(literalOf(literalGlob('a*\0'))).toBe('a*\0');
    expect(literalOf(glob('a*'))).toBeUndefined();
    expect(literalOf(glob('ab', true))).toBeUndefined();
  });
});

test('a token takes its character, any, or any but a colon', () => {
  const [anyRun, anyOne] = glob('*?').tokens;
  const [, , fieldRun, , fieldOne] = arnGlobOf(parseWildcard('a:*:?:d:e:f'))?.tokens ?? [];
  const taken = (token: number | undefined) => [code('x'), COLON, 0].map((one) => takes(token ?? 0, one));
  expect(anyRun).toBe(ANY_RUN);
  expect([anyRun, anyOne, fieldRun, fieldOne, code('x'), 0].map(taken)).toEqual([
    [true, true, true],
    [true, true, true],
    [true, false, true],
    [true, false, true],
    [true, false, false],
    [false, false, true],
  ]);
});

test.each<[string, string]>([
  ['A', 'a'],
  ['Z', 'z'],
  ['@', '@'],
  ['[', '['],
  ['a', 'a'],
  ['É', 'é'],
  ['Ω', 'ω'],
  ['\u0080', '\u0080'],
  // Two letters when lowered, so it stays.
  ['İ', 'İ'],
  // One letter of two units.
  ['𐐀', '𐐨'],
])('%s is folded to %s', (from, to) => {
  expect(String.fromCodePoint(foldCode(code(from)))).toBe(to);
});
