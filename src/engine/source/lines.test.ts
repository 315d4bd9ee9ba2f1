import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineColumn, lineIndex } from './lines.ts';

it.each([
  ['', 0, 1, 1],
  ['abc', 2, 1, 3],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['a\n', 2, 2, 1],
  ['a\nb', 99, 2, 2],
  ['a\nb', -5, 1, 1],
  ['😀x', 2, 1, 3],
])('in %j offset %i is line %i, column %i', (text, offset, line, column) => {
  expect(lineColumn(text, offset)).toEqual({ line, column });
});

it('agrees with counting', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '  ')), fc.nat(60), (parts, offset) => {
      const text = parts.join('');
      const index = lineIndex(text);
      const before = text.slice(0, Math.min(offset, text.length)).split('\n');
      const { line, column } = index.at(offset);
      expect(line).toBe(before.length);
      expect(column).toBe((before.at(-1)?.length ?? 0) + 1);
      expect((index.start(line) ?? Number.NaN) + column - 1).toBe(Math.min(offset, text.length));
      expect(index.count).toBe(text.split('\n').length);
      expect(index.start(index.count + 1)).toBeUndefined();
    }),
  );
});
