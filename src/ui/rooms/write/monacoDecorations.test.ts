import { expect, test } from 'vitest';
import { escapeMarkdown } from './language/markdown.ts';

test.each([
  ['[a](https://example.com)', '\\[a\\]\\(https\\:\\/\\/example\\.com\\)'],
  ['<img src=x>', '\\<img src\\=x\\>'],
  ['a\n\n# b', 'a \\# b'],
  ['ReaderUse: applies', 'ReaderUse\\: applies'],
])('a hover says %j as text', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});
