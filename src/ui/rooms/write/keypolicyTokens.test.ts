import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenizeLine } from './keypolicyTokens.ts';

function read(line: string, awaitsEffect = false): string {
  return tokenizeLine(line, awaitsEffect)
    .tokens.filter(({ kind }) => kind !== 'space')
    .map(({ from, to, kind }) => `${kind} ${line.slice(from, to)}`)
    .join(' | ');
}

describe('tokens of a policy line', () => {
  test.each([
    ['  "Effect": "Allow",', 'key "Effect" | punct : | allow "Allow" | punct ,'],
    ['"Effect" : "Deny"', 'key "Effect" | punct : | deny "Deny"'],
    ['"Sid": "Allow"', 'key "Sid" | punct : | string "Allow"'],
    ['"Effect": "Allow\\""', 'key "Effect" | punct : | string "Allow\\""'],
    ['"Effect": ["Allow"]', 'key "Effect" | punct : | punct [ | string "Allow" | punct ]'],
    ['"Deny": "x"', 'key "Deny" | punct : | string "x"'],
    ['"a": 3600, "b": true', 'key "a" | punct : | number 3600 | punct , | key "b" | punct : | number true'],
    ['"open', 'string "open'],
  ])('%s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  test('an Effect whose value stands on the next line', () => {
    const first = tokenizeLine('"Effect":');
    expect(first.awaitsEffect).toBe(true);
    expect(tokenizeLine('', first.awaitsEffect).awaitsEffect).toBe(true);
    expect(read('"Deny",', first.awaitsEffect)).toBe('deny "Deny" | punct ,');
    expect(read('"Deny",')).toBe('string "Deny" | punct ,');
  });

  test('the pieces joined are the line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'"\\{}[]:, aE1\t€'.split('')) }),
        fc.boolean(),
        (line, awaits) => {
          let at = 0;
          for (const token of tokenizeLine(line, awaits).tokens) {
            expect(token.from).toBe(at);
            expect(token.to).toBeGreaterThan(at);
            at = token.to;
          }
          expect(at).toBe(line.length);
        },
      ),
    );
  });
});
