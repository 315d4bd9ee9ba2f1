import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentationAt, indented, unindented } from './layout.ts';

describe('indentation', () => {
  const lines = fc
    .array(fc.constantFrom('', '\r', ' ', '  ', '    ', '\t', 'a', '  a', '\t a\r'))
    .map((each) => each.join('\n'));

  it('that was put around a text comes off again', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('', '  ', '      ', '\t'), (text, indentation) => {
        const inside = indented(text, indentation);
        const expected = text
          .split('\n')
          .map((line, index) => (index === 0 || /^\r?$/.test(line) ? line : indentation + line));
        expect(inside).toBe(expected.join('\n'));
        expect(unindented(inside, indentation)).toBe(text);
      }),
    );
  });

  it('comes off as far as a line has it', () => {
    expect(unindented('{\n  a\n      b\n\tc\n    \n}', '    ')).toBe('{\na\n  b\n\tc\n\n}');
  });

  it.each([
    ['{"a": 1}', 6, ''],
    ['{\n  "a": 1}', 9, '  '],
    ['{\r\n\t"a": 1}', 8, '\t'],
    ['[\n    {}]', 6, '    '],
    [`\n  ${'x'.repeat(2000)}{}`, 2003, ''],
  ])('of %j at %i', (file, offset, indentation) => {
    expect(indentationAt(file, offset)).toBe(indentation);
  });
});
