import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDiff } from './textDiff.ts';

const lines = fc.array(fc.constantFrom('{', '}', '"a"', '"b"', ''), { maxLength: 12 });

test('what stays and what goes is the old text, what stays and what comes the new one', () => {
  fc.assert(
    fc.property(lines, lines, (old, fresh) => {
      const [before, after] = [old.join('\n'), fresh.join('\n')];
      const all = textDiff(before, after, Number.MAX_SAFE_INTEGER).flat();
      if (before === after) {
        expect(all).toEqual([]);
        return;
      }
      const of = (sign: '+' | '-') =>
        all.filter((line) => line.sign === ' ' || line.sign === sign).map(({ text }) => text);
      expect(of('-').join('\n')).toBe(before);
      expect(of('+').join('\n')).toBe(after);
    }),
  );
});

test('changes come with what stands around them, far ones apart', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj';
  const after = 'a\nB\nc\nd\ne\nf\ng\nh\nI\nj';
  const shown = textDiff(before, after, 1).map((hunk) => hunk.map(({ sign, text }) => sign + text).join());
  expect(shown).toEqual([' a,-b,+B, c', ' h,-i,+I, j']);
});

test('line numbers are those of the text a line is of', () => {
  const [hunk = []] = textDiff('a\nb\nc', 'x\na\nc');
  expect(hunk.map(({ sign, text, line }) => `${sign}${text}${line}`)).toEqual(['+x1', ' a2', '-b2', ' c3']);
});

test('a very large change does not hang', () => {
  const long = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word}${at}`).join('\n');
  expect(textDiff(long('a'), long('b')).flat()).toHaveLength(10_000);
});
