import { expect, test } from 'vitest';
import type { DocumentKind } from '#engine/language/documentKind.ts';
import { sizeMeter } from './sizeMeter.ts';

test.each<[DocumentKind, string, number, string, string]>([
  ['key', 'roomy', 22_937, '', '22,937 of 32,768 bytes'],
  ['key', 'filling', 22_938, '22,938 of 32,768 bytes', '22,938 of 32,768 bytes'],
  ['key', 'filling', 29_491, '29,491 of 32,768 bytes', '29,491 of 32,768 bytes'],
  ['key', 'near', 29_492, '29,492 of 32,768 bytes', '29,492 of 32,768 bytes'],
  ['key', 'near', 32_768, '32,768 of 32,768 bytes', '32,768 of 32,768 bytes'],
  ['key', 'over', 32_769, '1 byte over the limit of 32,768', '32,769 of 32,768 bytes'],
  [
    'identity',
    'over',
    6_154,
    '10 characters over the limit of 6,144',
    '6,154 of 6,144 characters without white space, the quota of a managed policy',
  ],
  ['session', 'near', 2_000, '2,000 of 2,048 characters', '2,000 of 2,048 characters'],
])('a policy of type %s has room: %s, with %i', (kind, level, length, words, title) => {
  expect(sizeMeter('x'.repeat(length), kind)).toMatchObject({ level, words, title });
});

test('white space counts for a key policy and not for an IAM policy; bytes count, not characters', () => {
  const text = `{${' '.repeat(40_000)}}`;
  expect(sizeMeter(text, 'key')?.level).toBe('over');
  expect(sizeMeter(text, 'identity')?.level).toBe('roomy');
  expect(sizeMeter('é', 'key')?.title).toBe('2 of 32,768 bytes');
});

test.each<[DocumentKind, string]>([
  ['grants', '[]'],
  ['resource', '{}'],
  ['key', ' '],
])('there is none of %s %j', (kind, text) => {
  expect(sizeMeter(text, kind)).toBeNull();
});
