import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameJson } from './sameJson.ts';

test('agrees with a comparison of sorted texts', () => {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    );
  const json = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(json, json, (left, right) => {
      expect(sameJson(left, right)).toBe(sorted(left) === sorted(right));
      expect(sameJson(left, JSON.parse(JSON.stringify(left)))).toBe(true);
    }),
  );
});

test.each<[left: unknown, right: unknown, same: boolean]>([
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ fallback: 'a' }, { fallback: 'b' }, false],
  [{ a: 1 }, { b: 1 }, false],
  [['a'], { 0: 'a' }, false],
  [[], {}, false],
  [undefined, {}, false],
  [null, {}, false],
])('%j and %j: %s', (left, right, same) => {
  expect(sameJson(left, right)).toBe(same);
});

test('gives up on what is nested beyond reason', () => {
  const nest = (): unknown => {
    let value: unknown = 'x';
    for (let depth = 0; depth < 5000; depth++) value = [value];
    return value;
  };
  expect(sameJson(nest(), nest())).toBe(false);
});
