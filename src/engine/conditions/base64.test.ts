import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBase64 } from './base64.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By the book: six bits a character. */
function encode(bytes: readonly number[]): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = bits.match(/.{1,6}/g) ?? [];
  const text = characters.map((six) => alphabet.charAt(Number.parseInt(six.padEnd(6, '0'), 2))).join('');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

describe('base64 (IAM-086)', () => {
  test.each(['Q', 'QQ', 'QQ=', 'QQ===', '=', '====', 'QQ==QQ==', 'QU I', 'QU-_', 'QQ==\n'])(
    '%j is none',
    (text) => {
      expect(canonicalBase64(text)).toBeUndefined();
    },
  );

  test('spellings of the same bytes become one, spellings of others do not', () => {
    expect(['QQ==', 'QR==', 'Qf=='].map(canonicalBase64)).toEqual(['QQ==', 'QQ==', 'QQ==']);
    expect(['QUI=', 'QUJ=', 'QUL='].map(canonicalBase64)).toEqual(['QUI=', 'QUI=', 'QUI=']);
    expect(['Qg==', 'QUM='].map(canonicalBase64)).toEqual(['Qg==', 'QUM=']);
  });

  test('what an encoder writes is its own canonical spelling', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 8 }), (bytes) => {
        expect(canonicalBase64(encode(bytes))).toBe(encode(bytes));
      }),
    );
  });
});
