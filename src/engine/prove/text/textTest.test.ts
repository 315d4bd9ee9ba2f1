import { describe, expect, test } from 'vitest';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { contains, readBlock } from './address.ts';
import { globOf, literalGlob } from './glob.ts';
import { addressTest, bytesTest, instantTest, isEmptyTest, numberTest, passes } from './textTest.ts';
import { type TextTest, textTest, truthTest } from './textTest.ts';

const glob = (text: string, fold = false) => globOf(parseWildcard(text), fold);

describe('a set of texts', () => {
  test.each<[string, TextTest, string]>([
    ['texts and patterns', textTest([glob('b*'), literalGlob('a"'), glob('b*')]), '"a\\"" | b*'],
    ['numbers', numberTest('LessThan', ['2', '1e1', '2.0', 'x']), 'number LessThan 1:1:2 | 1:2:1'],
    ['a relation', numberTest('Equals', ['-0.5']), 'number Equals -1:5:0'],
    [
      'instants',
      instantTest('Equals', ['2026-01-01T00:00:00.50Z', '1767225600', 'x']),
      'instant Equals 1767225600. | 1767225600.5',
    ],
    ['truths', truthTest(['TRUE', 'false', 'x', 'true']), 'truth false | true'],
    [
      'addresses',
      addressTest(['10.0.0.9/30', 'x', '1.2.3.4']),
      'address 4:167772168-167772171 | 4:16909060-16909060',
    ],
    ['bytes', bytesTest(['Yg==', 'YQ==', '!', 'Yg==']), 'bytes YQ== | Yg=='],
  ])('has a name that tells it apart: %s', (_, one, name) => {
    expect(one.name).toBe(name);
  });

  test.each<[string, TextTest, boolean]>([
    ['no text', textTest([]), true],
    ['a text', textTest([literalGlob('')]), false],
    ['a pattern', textTest([glob('*')]), false],
    ['no number', numberTest('Equals', ['x']), true],
    ['a number', numberTest('Equals', ['1']), false],
    ['no instant', instantTest('Equals', ['x']), true],
    ['an instant', instantTest('Equals', ['1']), false],
    ['no address', addressTest(['x']), true],
    ['an address', addressTest(['1.2.3.4']), false],
    ['no truth', truthTest(['x']), true],
    ['a truth', truthTest(['true']), false],
    ['no bytes', bytesTest(['!']), true],
    ['bytes', bytesTest(['']), false],
  ])('is empty or not: %s', (_, one, expected) => {
    expect(isEmptyTest(one)).toBe(expected);
  });

  test.each<[string, TextTest, readonly string[], readonly string[]]>([
    ['a text', textTest([literalGlob('a*')]), ['a*'], ['a', 'ab']],
    ['a beginning', textTest([glob('a*')]), ['a', 'ab'], ['', 'ba']],
    [
      'parts in order, which do not overlap',
      textTest([glob('*ab*ba')]),
      ['abba', 'xabyba'],
      ['aba', 'baab', 'abab'],
    ],
    ['letters of any case', textTest([glob('A?c', true)]), ['abC', 'AXC'], ['ac', 'abcd']],
    ['one of several', textTest([glob('a*'), glob('*z'), literalGlob('m')]), ['a', 'z', 'm'], ['b', 'mm']],
    ['less', numberTest('LessThan', ['2']), ['1', '1.9', '-3'], ['2', '2.0', '3', 'x']],
    ['at most', numberTest('LessThanEquals', ['2']), ['2', '1'], ['2.1', 'x']],
    ['more', numberTest('GreaterThan', ['2']), ['2.1'], ['2', '1', 'x']],
    ['at least', numberTest('GreaterThanEquals', ['2']), ['2', '3'], ['1', 'x']],
    ['equal to one', numberTest('Equals', ['2', '4']), ['2', '4.0'], ['3', 'x']],
    [
      'before',
      instantTest('LessThan', ['1767225600']),
      ['2025-12-31T23:59:59Z'],
      ['2026-01-01T00:00:00Z', 'x'],
    ],
    ['a truth', truthTest(['true']), ['true', 'TRUE'], ['false', 'x']],
    [
      'an address',
      addressTest(['10.0.0.0/30']),
      ['10.0.0.0', '10.0.0.3'],
      ['10.0.0.4', '9.255.255.255', 'x', '::a'],
    ],
    ['an address of six', addressTest(['::/126']), ['::3'], ['::4', '0.0.0.1']],
    ['bytes', bytesTest(['YQ==']), ['YQ=='], ['Yg==', '!']],
  ])('has its texts and no others: %s', (_, one, inside, outside) => {
    expect(inside.filter((text) => !passes(one, text))).toEqual([]);
    expect(outside.filter((text) => passes(one, text))).toEqual([]);
  });
});

test('a block has the addresses of its version from its first to its last', () => {
  const block = readBlock('10.0.0.4/30') ?? { version: 6, first: 0n, last: 0n };
  expect(block).toEqual({ version: 4, first: 0x0a00_0004n, last: 0x0a00_0007n });
  const values = [0x0a00_0003n, 0x0a00_0004n, 0x0a00_0007n, 0x0a00_0008n];
  expect(values.map((value) => contains(block, { version: 4, value }))).toEqual([false, true, true, false]);
  expect(contains(block, { version: 6, value: 0x0a00_0004n })).toBe(false);
  expect([readBlock('x'), readBlock('::/0')?.last]).toEqual([undefined, (1n << 128n) - 1n]);
});
