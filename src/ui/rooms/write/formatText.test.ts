import { expect, test } from 'vitest';
import { formatted } from './formatText.ts';

test.each([
  ['{"a":[1.50,true]}', '{\n  "a": [\n    1.50,\n    true\n  ]\n}'],
  ['{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
  ['{"a":1,}', '{"a":1,}'],
  ['', ''],
  ['{ // note\n}', '{ // note\n}'],
])('%j is printed as %j', (text, expected) => {
  expect(formatted(text)).toBe(expected);
});
