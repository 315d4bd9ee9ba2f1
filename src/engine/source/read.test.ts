import { describe, expect, it } from 'vitest';
import { parseJson } from './parseJson.ts';
import { plainValue, recordOf } from './plainValue.ts';
import { pointerAt } from './pointer.ts';
import { asBoolean, asSourced, asString, kindInWords, memberValue, oneOrMany, stringList } from './read.ts';

const parse = (text: string) => parseJson(text, 't').root;

describe('readers', () => {
  it('find members by their exact name, the last of repeated ones', () => {
    const root = parse('{"a":1,"A":2,"a":"x"}');
    expect(asString(memberValue(root, 'a'))).toBe('x');
    expect(memberValue(root, 'A')).toMatchObject({ lexeme: '2' });
    expect(memberValue(root, 'toString')).toBeUndefined();
    expect(memberValue(parse('[1]'), '0')).toBeUndefined();
  });

  it('take one value for a list of one', () => {
    expect(stringList(parse('"a"'))).toEqual([{ value: 'a', span: { text: 't', from: 0, to: 3 } }]);
    expect(stringList(parse('["a", 1, "b"]')).map(({ value }) => value)).toEqual(['a', 'b']);
    expect(oneOrMany(parse('{}'))).toHaveLength(1);
    expect(oneOrMany(undefined)).toEqual([]);
  });

  it('answer undefined for other kinds', () => {
    expect(asSourced(parse('1'))).toBeUndefined();
    expect(asBoolean(parse('"true"'))).toBeUndefined();
    expect(asBoolean(parse('false'))).toBe(false);
  });

  it('name kinds', () => {
    const kinds = ['{}', '[]', '""', '1', 'true', 'null']
      .map((text) => parse(text))
      .filter((node) => node !== undefined);
    expect(kinds.map(kindInWords)).toEqual([
      'an object',
      'a list',
      'a text',
      'a number',
      'true or false',
      'null',
    ]);
  });
});

describe('plain values', () => {
  it('have no inherited keys', () => {
    const root = parse('{"__proto__": {"a": 1}}');
    const value = root && (plainValue(root) as Readonly<Record<string, unknown>>);
    expect(value?.['__proto__']).toEqual({ a: 1 });
    expect(value?.['constructor']).toBeUndefined();
    expect(recordOf([['__proto__', 1]])['__proto__']).toBe(1);
  });

  it('can keep the spelling of numbers', () => {
    const root = parse('[1.0, 1e999]');
    expect(root && plainValue(root)).toEqual([1, Infinity]);
    expect(root && plainValue(root, (lexeme) => lexeme)).toEqual(['1.0', '1e999']);
  });
});

describe('pointers', () => {
  const text = '{"a/b": [10, {"c~": true}], "d": 1}';
  it.each([
    ['{', ''],
    ['a/b', '/a~1b'],
    ['10', '/a~1b/0'],
    ['c~', '/a~1b/1/c~0'],
    ['true', '/a~1b/1/c~0'],
    ['"d"', '/d'],
    [': 1', '/d'],
    ['1}', '/d'],
  ])('at %s: %s', (piece, pointer) => {
    const root = parse(text);
    expect(root && pointerAt(root, text.indexOf(piece))).toBe(pointer);
  });
});
