import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakable, phraseText } from './phrase.ts';

test('a phrase without its form is its words', () => {
  expect(phraseText([{ strong: 'PartnerRead' }, ' allows ', { code: 'kms:Decrypt' }, '.'])).toBe(
    'PartnerRead allows kms:Decrypt.',
  );
});

test('an ARN may break after each colon and slash', () => {
  expect(breakable('arn:aws:iam::111122223333:role/path/App')).toEqual([
    'arn:',
    'aws:',
    'iam:',
    ':',
    '111122223333:',
    'role/',
    'path/',
    'App',
  ]);
});

test('no break loses or adds a character, and none stands at the end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(':', '/', 'a', '🔑', ' ') }), (text) => {
      const pieces = breakable(text);
      expect(pieces.join('')).toBe(text);
      expect(pieces).not.toContain('');
    }),
  );
});
