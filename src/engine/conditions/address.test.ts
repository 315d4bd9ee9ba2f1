import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInRange, parseAddress, parseRange } from './address.ts';

function contains(range: string, address: string): boolean | undefined {
  const [parsedRange, parsedAddress] = [parseRange(range), parseAddress(address)];
  if (parsedRange === undefined || parsedAddress === undefined) return undefined;
  return isInRange(parsedAddress, parsedRange);
}

describe('addresses and ranges (IAM-087)', () => {
  test.each<[range: string, address: string, contains: boolean]>([
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.77/24', '203.0.113.1', true],
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.9', '203.0.113.8', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['128.0.0.0/1', '127.255.255.255', false],
    ['128.0.0.0/1', '200.0.0.1', true],
    ['255.255.255.255/32', '255.255.255.255', true],
    ['2001:DB8:1234:5678::/64', '2001:db8:1234:5678:0:0:0:9', true],
    ['2001:DB8:1234:5678::/64', '2001:db8:1234:5679::9', false],
    ['2001:db8::/33', '2001:db8:7fff::1', true],
    ['2001:db8::/33', '2001:db8:8000::1', false],
    ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001', true],
    ['2001:db8::1', '2001:db8::2', false],
    ['::/0', 'ffff::1', true],
    ['::/0', '203.0.113.9', false],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::ffff:203.0.113.9', '::ffff:cb00:7109', true],
    ['::ffff:203.0.113.9', '203.0.113.9', false],
    ['::203.0.113.9', '::cb00:7109', true],
    ['::203.0.113.9', '::ffff:cb00:7109', false],
    ['64:ff9b::/96', '64:ff9b::203.0.113.9', true],
  ])('%s and %s', (range, address, expected) => {
    expect(contains(range, address)).toBe(expected);
  });

  test.each([
    '',
    '203.0.113',
    '203.0.113.9.1',
    '203.0.113.256',
    '203.0.113.09',
    '0xcb.0.113.9',
    '3405803785',
    ' 203.0.113.9',
    '203.0..9',
    '203.0.113.',
    '203.0.11a.9',
    '203.0.113.1-',
    '203.0.113.1:',
    '2001:db8:::1',
    '2001:db8::1::',
    '2001:db8',
    '1:2:3:4:5:6:7:8:9',
    '12345::1',
    'fe80::1%eth0',
    '::256.0.0.1',
    '::1.2.3',
    '::ffff:0x1.2.3.4',
    `${'0:'.repeat(40)}1`,
    ':',
  ])('%j is no address', (text) => {
    expect(parseAddress(text)).toBeUndefined();
    expect(parseRange(text)).toBeUndefined();
  });

  test.each([
    '203.0.113.0/33',
    '203.0.113.0/',
    '203.0.113.0/-1',
    '203.0.113.0/24/24',
    '203.0.113.0/024',
    '::/129',
    '/24',
  ])('%j is no range', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  test('agrees with whole numbers', () => {
    const address = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
    const written = (value: bigint): string =>
      (value.toString(16).padStart(32, '0').match(/.{4}/g) ?? []).join(':');
    // A second address that differs in one bit, so that the border of the range is met.
    fc.assert(
      fc.property(
        address,
        fc.integer({ min: 0, max: 127 }),
        fc.integer({ min: 0, max: 128 }),
        (base, bit, prefix) => {
          const other = base ^ (1n << BigInt(bit));
          const shift = BigInt(128 - prefix);
          expect(contains(`${written(base)}/${prefix}`, written(other))).toBe(
            base >> shift === other >> shift,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('agrees with whole numbers for IPv4', () => {
    const written = (value: number): string =>
      [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 32 }),
        (base, bit, prefix) => {
          const other = Number(BigInt(base) ^ (1n << BigInt(bit)));
          const size = 2 ** (32 - prefix);
          const expected = Math.floor(base / size) === Math.floor(other / size);
          expect(contains(`${written(base)}/${prefix}`, written(other))).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
