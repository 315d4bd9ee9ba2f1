import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameButLineEnds, textChange, uniform } from './textChange.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\ud83d', '\ude00', '\ude01') });

describe('the smallest change between two texts', () => {
  test.each([
    ['same', 'same', null],
    ['{"a": 1}', '{"a": 12}', { from: 7, to: 7, insert: '2' }],
    ['Allow', 'Deny', { from: 0, to: 5, insert: 'Deny' }],
    ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
    ['x😀', 'x😁', { from: 1, to: 3, insert: '😁' }],
    ['😀x', '😀yx', { from: 2, to: 2, insert: 'y' }],
  ])('%j to %j', (before, after, change) => {
    expect(textChange(before, after)).toEqual(change);
  });

  test('leads from one to the other and parts no pair', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after) ?? { from: 0, to: 0, insert: '' };
        expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
        for (const at of [change.from, change.to]) {
          const pair = before.slice(at - 1, at + 1);
          expect(pair.length === 2 && Array.from(pair).length === 1).toBe(false);
        }
      }),
    );
  });
});

test('line ends and byte order marks do not tell texts apart', () => {
  expect(sameButLineEnds('a\r\nb\rc', 'a\nb\nc')).toBe(true);
  expect(sameButLineEnds('\uFEFF{}', '{}')).toBe(true);
  expect(sameButLineEnds('a\nb', 'a\n\nb')).toBe(false);
  expect(uniform('a\r\n\r\nb')).toBe('a\n\nb');
});
