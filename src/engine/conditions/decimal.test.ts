import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, parseDecimal } from './decimal.ts';

function order(left: string, right: string): number | undefined {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  return a === undefined || b === undefined ? undefined : Math.sign(compareDecimals(a, b));
}

describe('decimal numbers (IAM-083)', () => {
  test.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '.5',
    '5.',
    '1,5',
    '12abc',
    '0x10',
    '--1',
    '1e',
    'e1',
    'NaN',
    'Infinity',
    '1_0',
    '١',
  ])('%j is no number', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test.each<[string, string, number]>([
    ['9.5', '10', -1],
    ['10', '9.5', 1],
    ['1', '1.000', 0],
    ['007', '7', 0],
    ['0', '-0.00', 0],
    ['-1', '0', -1],
    ['-2', '-1', -1],
    ['-10', '-9.5', -1],
    ['0.1', '0.01', 1],
    ['0.100', '0.1', 0],
    ['100', '1e2', 0],
    ['1.5E1', '15', 0],
    ['1e-2', '0.01', 0],
    ['9007199254740993', '9007199254740992', 1],
    ['0.1000000000000000000001', '0.1', 1],
    ['1e999', '1e1000', -1],
    ['1e999', `1${'0'.repeat(999)}`, 0],
    ['-1e999', '1e-999', -1],
  ])('%s against %s', (left, right, expected) => {
    expect(order(left, right)).toBe(expected);
    expect(order(right, left)).toBe(expected === 0 ? 0 : -expected);
  });

  test('agrees with integers scaled to a common exponent', () => {
    const number = fc.tuple(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 0, max: 12 }),
    );
    const written = ([scaled, places]: readonly [bigint, number]): string => {
      const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
      const whole = digits.slice(0, digits.length - places);
      const fraction = places === 0 ? '' : `.${digits.slice(-places)}`;
      return `${scaled < 0n ? '-' : ''}${whole}${fraction}`;
    };
    fc.assert(
      fc.property(number, number, (left, right) => {
        const difference = left[0] * 10n ** BigInt(right[1]) - right[0] * 10n ** BigInt(left[1]);
        const expected = difference === 0n ? 0 : difference < 0n ? -1 : 1;
        expect(order(written(left), written(right))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
