import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';
import { quoted, quotedList } from './quote.ts';

describe('nearest', () => {
  const elements = ['Principal', 'NotPrincipal', 'Action', 'Resource', 'Condition', 'Sid'];
  it.each([
    ['action', 'Action'],
    ['Actions', 'Action'],
    ['Conditon', 'Condition'],
    ['Conditions', 'Condition'],
    ['Reosurce', 'Resource'],
    ['Principals', 'Principal'],
    ['SID', 'Sid'],
    ['Comment', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, elements)).toBe(expected);
  });
});

describe('quoted', () => {
  it.each([
    ['kms:Decrypt', '`kms:Decrypt`'],
    ['a\n\tb`c\u0000', "`a\\n\\tb'c\\u0000`"],
    ['x'.repeat(30) + 'y'.repeat(60), `\`${'x'.repeat(30)}${'y'.repeat(8)}…${'y'.repeat(20)}\``],
  ])('%j', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  it('is always short, on one line and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const inside = quoted(text).slice(1, -1);
        expect(inside).not.toMatch(/[`\n\r\p{Surrogate}]/u);
        expect(inside.length).toBeLessThanOrEqual(60 * 6);
      }),
    );
  });

  it('lists', () => {
    expect(quotedList(['a', 'b', 'c'])).toBe('`a`, `b` or `c`');
    expect(quotedList(['a'], 'and')).toBe('`a`');
  });
});
