import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileWildcard, parseWildcard, type WildcardSegment } from './wildcard.ts';

/** The definition itself, tried in every way: exponential, and obviously right. */
function naive(segments: readonly WildcardSegment[], value: string): boolean {
  const tokens = segments.flatMap<'*' | '?' | { readonly char: string }>((segment) =>
    segment.kind === 'text' ? Array.from(segment.text, (char) => ({ char })) : [segment.kind],
  );
  const chars = Array.from(value);
  const from = (token: number, at: number): boolean => {
    const expected = tokens[token];
    if (expected === undefined) return at === chars.length;
    if (expected === '*') return from(token + 1, at) || (at < chars.length && from(token, at + 1));
    if (at === chars.length) return false;
    if (expected === '?') return from(token + 1, at + 1);
    return expected.char === chars[at] && from(token + 1, at + 1);
  };
  return from(0, 0);
}

const letters = fc.constantFrom('a', 'b', 'A', ':', '/', '*', '?', '😀', 'é', '\n');
const value = fc.array(letters, { maxLength: 9 }).map((chars) => chars.join(''));
const segment: fc.Arbitrary<WildcardSegment> = fc.oneof(
  fc.constant<WildcardSegment>({ kind: '*' }),
  fc.constant<WildcardSegment>({ kind: '?' }),
  fc
    .array(letters, { maxLength: 3 })
    .map((chars): WildcardSegment => ({ kind: 'text', text: chars.join('') })),
);
const pattern = fc.array(segment, { maxLength: 6 });

describe('matching', () => {
  test.each<[pattern: string, value: string, matches: boolean]>([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['?', '', false],
    ['?', '😀', true],
    ['??', '😀', false],
    ['*??', '😀', false],
    ['*\ude00', '😀', false], // the second half of the pair is no character of its own
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'aba', true],
    ['a*b*a', 'aba', true],
    ['a*b*a', 'ab', false],
    ['a?c', 'ac', false],
    ['*aab', 'aaab', true],
    ['a*c', 'a:/\nc', true],
    ['kms:*', 'kms:Decrypt', true],
    ['kms:ReEncrypt*', 'kms:ReEncryptFrom', true],
    ['kms:reencrypt*', 'kms:ReEncryptFrom', false],
  ])('%j against %j: %s', (text, subject, matches) => {
    expect(compileWildcard(text).test(subject)).toBe(matches);
  });

  test('agrees with the naive definition', () => {
    fc.assert(
      fc.property(pattern, value, (segments, subject) => {
        expect(compileWildcard(segments).test(subject)).toBe(naive(segments, subject));
      }),
      { numRuns: 3000 },
    );
  });

  test('ignoring case agrees with the naive definition on lowered text', () => {
    const lowered = (segments: readonly WildcardSegment[]): WildcardSegment[] =>
      segments.map((piece) => (piece.kind === 'text' ? { ...piece, text: piece.text.toLowerCase() } : piece));
    fc.assert(
      fc.property(pattern, value, (segments, subject) => {
        expect(compileWildcard(segments, { ignoreCase: true }).test(subject)).toBe(
          naive(lowered(segments), subject.toLowerCase()),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('ignoring case keeps characters one by one: a letter that grows when lowered still is one `?`', () => {
    expect(compileWildcard('?', { ignoreCase: true }).test('İ')).toBe(true);
    expect(compileWildcard('É*', { ignoreCase: true }).test('école')).toBe(true);
  });

  test('a part of a value is matched as if it stood alone', () => {
    fc.assert(
      fc.property(pattern, value, value, value, (segments, before, subject, after) => {
        const matcher = compileWildcard(segments);
        const whole = before + subject + after;
        expect(matcher.test(whole, before.length, before.length + subject.length)).toBe(
          matcher.test(subject),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('a pattern made to backtrack ends', () => {
    const hostile = '*a'.repeat(2000) + 'b';
    expect(compileWildcard(hostile).test('a'.repeat(5000))).toBe(false);
  });
});

describe('literal wildcards', () => {
  const literalStar: readonly WildcardSegment[] = [
    { kind: 'text', text: 'a*' },
    { kind: '*' },
    { kind: 'text', text: '?' },
  ];

  test('text pieces are compared, star for star', () => {
    const matcher = compileWildcard(literalStar);
    expect(matcher.test('a*bc?')).toBe(true);
    expect(matcher.test('axbc?')).toBe(false);
    expect(matcher.test('a*bcd')).toBe(false);
    expect(matcher.pattern).toBe('a${*}*${?}');
  });

  test('a literal star alone is a literal', () => {
    const matcher = compileWildcard([{ kind: 'text', text: '*' }]);
    expect([matcher.isLiteral, matcher.matchesEverything, matcher.test('x')]).toEqual([true, false, false]);
  });
});

describe('what a pattern says about itself', () => {
  test.each([
    ['abc', true, false],
    ['', true, false],
    ['*', false, true],
    ['***', false, true],
    ['*?', false, false],
    ['?', false, false],
  ])('%j: literal %s, everything %s', (text, isLiteral, matchesEverything) => {
    expect(compileWildcard(text)).toMatchObject({ pattern: text, isLiteral, matchesEverything });
  });

  test('the pieces of a text are the text', () => {
    fc.assert(
      fc.property(value, (text) => {
        const pieces = parseWildcard(text);
        expect(pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind)).join('')).toBe(text);
        expect(pieces.every((piece) => piece.kind !== 'text' || /^[^*?]+$/s.test(piece.text))).toBe(true);
      }),
    );
  });
});
