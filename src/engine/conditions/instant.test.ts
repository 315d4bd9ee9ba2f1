import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareInstants, instantDoubt, parseInstant } from './instant.ts';

const two = (number: number): string => String(number).padStart(2, '0');

describe('dates of conditions (IAM-084)', () => {
  test.each<[string, number, string]>([
    ['1970-01-01T00:00:00Z', 0, ''],
    ['2020-01-01T00:00Z', 1577836800, ''],
    ['2020-01-01T00:00:01Z', 1577836801, ''],
    ['2020-01-01T01:00:00+01:00', 1577836800, ''],
    ['2019-12-31T19:30:00-04:30', 1577836800, ''],
    ['2020-01-01T00:00:00.250Z', 1577836800, '25'],
    ['2020-01-01', 1577836800, ''],
    ['2020-01', 1577836800, ''],
    ['2020', 1577836800, ''],
    ['2020-02-29', 1582934400, ''],
    ['2000-02-29', 951782400, ''],
    ['2020-06-30', 1593475200, ''],
    ['1969-12-31T23:59:59Z', -1, ''],
    ['0001-01-01', -62135596800, ''],
    ['9999-12-31T23:59:59Z', 253402300799, ''],
    ['1577836800', 1577836800, ''],
    ['1577836800.50', 1577836800, '5'],
    ['-1', -1, ''],
    ['0', 0, ''],
    ['20200101', 20200101, ''],
  ])('%s', (text, seconds, fraction) => {
    expect(parseInstant(text)).toEqual({ seconds, fraction });
  });

  test.each([
    '',
    'yesterday',
    '2020-1-1',
    '2020-13-01',
    '2020-00-01',
    '2020-01-00',
    '2019-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-06-31',
    '2020-09-31',
    '2020-11-31',
    '2020-02-30T00:00:00Z',
    '2020-01-01T00:00:00', // no zone
    '2020-01-01T00Z',
    '2020-01-01T24:00:00Z',
    '2020-01-01T00:60:00Z',
    '2020-01-01T00:00:60Z',
    '2020-01-01T00:00:00+24:00',
    '2020-01-01T00:00:00+01:60',
    '2020-01-01T00:00:00+0100',
    '2020-01-01t00:00:00z',
    '2020-01-01 00:00:00Z',
    '20200101T000000Z',
    'Wed, 01 Jan 2020 00:00:00 GMT',
    '1e9',
    '1577836800123456789',
    '+5',
  ])('%j is no date', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test.each([
    ['2020', 'year or epoch'],
    ['2020-01', 'no zone'],
    ['2020-01-01', 'no zone'],
    ['2020-01-01T00:00Z', undefined],
    ['1577836800', undefined],
  ])('what %s leaves open', (text, doubt) => {
    expect(instantDoubt(text)).toBe(doubt);
  });

  test('counts day by day over four centuries, leap days where they belong', () => {
    const isLeap = (year: number): boolean => year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
    const days = Array.from({ length: 400 }, (_, index) => 1801 + index).flatMap((year) =>
      [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((length, month) =>
        Array.from({ length }, (_, day) => `${year}-${two(month + 1)}-${two(day + 1)}`),
      ),
    );
    const start = -5333126400; // 1801-01-01: 61726 days before 1970
    const wrong = days.filter((day, index) => parseInstant(day)?.seconds !== start + index * 86_400);
    expect([days.length, wrong]).toEqual([146_097, []]);
  });

  test('a time is its day, clock and zone', () => {
    const clock = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59));
    const zone = fc.tuple(fc.constantFrom('+', '-'), fc.nat(23), fc.nat(59));
    fc.assert(
      fc.property(clock, zone, ([hour, minute, second], [sign, hours, minutes]) => {
        const text = `2020-06-15T${two(hour)}:${two(minute)}:${two(second)}${sign}${two(hours)}:${two(minutes)}`;
        const ahead = (sign === '+' ? 1 : -1) * (hours * 60 + minutes) * 60;
        expect(parseInstant(text)?.seconds).toBe(1592179200 + hour * 3600 + minute * 60 + second - ahead);
      }),
    );
  });

  test('fractions are compared as fractions', () => {
    const at = (text: string) => parseInstant(text) ?? { seconds: Number.NaN, fraction: '' };
    expect(compareInstants(at('5.5'), at('5.45'))).toBeGreaterThan(0);
    expect(compareInstants(at('5.5'), at('5.50'))).toBe(0);
    expect(compareInstants(at('5'), at('5.01'))).toBeLessThan(0);
    expect(compareInstants(at('6'), at('5.99'))).toBeGreaterThan(0);
  });
});
