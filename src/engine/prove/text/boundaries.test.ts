import { describe, expect, test } from 'vitest';
import type { ConditionValueType } from '#engine/catalog/conditionKey.ts';
import { boundaryTexts, hasFarNumbers } from './boundaries.ts';
import { addressTest, bytesTest, instantTest, numberTest, textTest, truthTest } from './textTest.ts';
import type { TextTest } from './textTest.ts';

const words = textTest([]);
const over = (...texts: readonly string[]) => numberTest('GreaterThan', texts);

describe('texts among which every way the tests turn out is', () => {
  test.each<[string, readonly TextTest[], ConditionValueType | undefined, readonly string[]]>([
    [
      'numbers: each bound, the whole ones beside it, and a fraction on either side of it that no other bound comes near',
      [words, over('12.5', '0.07'), over('-3')],
      'date',
      [
        '1',
        '0',
        '12.5',
        '11',
        '12',
        '13',
        '12.501',
        '12.499',
        '0.07',
        '-1',
        '0',
        '1',
        '0.071',
        '0.069',
        '-3',
        '-4',
        '-3',
        '-2',
        '-3.001',
        '-2.999',
      ],
    ],
    [
      'whole numbers, for a key that has no others',
      [over('12.5', '-3', '1200')],
      'numeric',
      ['1', '0', '11', '12', '13', '-3', '-4', '-3', '-2', '1200', '1199', '1200', '1201'],
    ],
    ['nothing, wholly', [over('0')], 'numeric', ['1', '0', '0', '1', '-1']],
    [
      'nothing, beside a fraction',
      [over('0', '0.5')],
      'date',
      ['1', '0', '0', '1', '-1', '0.01', '-0.01', '0.5', '-1', '0', '1', '0.51', '0.49'],
    ],
    ['a fraction below zero', [over('-2.5')], 'date', ['1', '0', '-2.5', '-3', '-2', '-1', '-2.51', '-2.49']],
    ['one bound said twice', [over('7'), over('7.0')], 'numeric', ['1', '0', '7', '6', '7', '8']],
    [
      'a bound too long to write one beside it',
      [over('1e401', '7')],
      'numeric',
      ['1', '0', '7', '6', '7', '8'],
    ],
    [
      'instants: whole seconds first, then what is just above',
      [words, instantTest('LessThan', ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.25Z'])],
      'date',
      [
        '1798761600',
        '1767225600',
        '1767225599',
        '1767225601',
        '1767225600',
        '1767225599',
        '1767225601',
        '1767225600.0',
        '1767225600.001',
        '1767225600.25',
        '1767225600.251',
      ],
    ],
    [
      'an instant',
      [instantTest('Equals', ['1767225600'])],
      'date',
      ['1798761600', '1767225600', '1767225599', '1767225601', '1767225600.0', '1767225600.1'],
    ],
    ['truths', [words, truthTest(['true'])], 'bool', ['true', 'false']],
    [
      'addresses: inside, at the ends and beyond, within the version',
      [words, addressTest(['203.0.113.0/28', '255.255.255.255', '0.0.0.0/8', '2001:db8::/126'])],
      'ip',
      [
        '203.0.113.10',
        '198.51.100.10',
        '192.0.2.10',
        '2001:db8::10',
        '0.0.0.0',
        '0:0:0:0:0:0:0:0',
        '203.0.113.10',
        '203.0.113.0',
        '203.0.113.15',
        '203.0.112.255',
        '203.0.113.16',
        '255.255.255.255',
        '255.255.255.255',
        '255.255.255.255',
        '255.255.255.254',
        '0.0.0.10',
        '0.0.0.0',
        '0.255.255.255',
        '1.0.0.0',
        '2001:db8:0:0:0:0:0:0',
        '2001:db8:0:0:0:0:0:0',
        '2001:db8:0:0:0:0:0:3',
        '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff',
        '2001:db8:0:0:0:0:0:4',
      ],
    ],
    [
      'a block of eleven, whose tenth after the first is its last',
      [addressTest(['10.0.0.0/28'])],
      'ip',
      [
        '203.0.113.10',
        '198.51.100.10',
        '192.0.2.10',
        '2001:db8::10',
        '0.0.0.0',
        '0:0:0:0:0:0:0:0',
        '10.0.0.10',
        '10.0.0.0',
        '10.0.0.15',
        '9.255.255.255',
        '10.0.0.16',
      ],
    ],
    ['bytes', [words, bytesTest(['YQ=='])], 'bool', ['ZXhhbXBsZQ==', 'YQ==', '']],
    ['nothing, of no tests', [], undefined, []],
  ])('%s', (_, tests, type, expected) => {
    expect(boundaryTexts(tests, type)).toEqual(expected);
  });

  test.each<[ConditionValueType | undefined, boolean]>([
    [undefined, true],
    ['string', true],
    ['arn', true],
    ['bool', false],
    ['numeric', false],
  ])('of a key of type %s there is one that is nothing of the kind: %s', (type, expected) => {
    expect(boundaryTexts([truthTest(['true'])], type).includes('x!')).toBe(expected);
  });
});

test.each<[string, readonly TextTest[], boolean]>([
  ['no number', [words, truthTest(['true'])], false],
  ['a number', [over('7')], false],
  ['400 places', [over('1e399')], false],
  ['as many after the point', [over(`0.${'1'.repeat(400)}`)], false],
  ['401 digits', [over(`1.${'1'.repeat(400)}`)], true],
  ['401 places', [over('1e400')], true],
  ['401 places after the point', [over('1e-402')], true],
  ['one of several', [words, over('7', '1e900'), over('2')], true],
])('bounds that are too long to write one beside them: %s', (_, tests, expected) => {
  expect(hasFarNumbers(tests)).toBe(expected);
});
