import { expect, test } from 'vitest';
import { interned } from './interned.ts';

test.each([
  '',
  'Orders',
  '111122223333',
  '7',
  '__proto__',
  'constructor',
  'schlüssel',
  '🔑',
  'x'.repeat(500),
])('is equal to the text: %s', (text) => {
  expect(interned(text)).toBe(text);
  expect(interned(`${text.slice(0, 2)}${text.slice(2)}`)).toBe(text);
});

test('stays right once its memory is full', () => {
  for (let index = 0; index < 5000; index++) expect(interned(`name-${index}`)).toBe(`name-${index}`);
  expect(interned('name-4999')).toBe('name-4999');
});
