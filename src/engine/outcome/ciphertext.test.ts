import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../scenario/scenario.ts';
import { contextDifference } from './contextDifference.ts';
import { ask, KEY, OTHER_KEY, outcome, type Row, type Situation } from './testing/ask.ts';

type Fields = Readonly<Record<string, Json>>;

const decrypt = (EncryptionContext: Fields, ciphertext: Fields, more: Fields = {}) => ({
  action: 'kms:Decrypt',
  resource: KEY,
  parameters: { EncryptionContext },
  ciphertext,
  ...more,
});
const made = (given: Fields, encryptionContext: Fields) => decrypt(given, { encryptionContext });
const unnamed = { action: 'kms:Decrypt', ciphertext: { key: OTHER_KEY } };
const both: Situation = { otherKeys: [{ aliases: ['alias/other'] }], key: { aliases: ['alias/own'] } };
const multiRegion = { metadata: { MultiRegion: true } };
const elsewhere = KEY.replace('us-west-2', 'eu-west-1');
const reEncrypt = (parameters: Fields, ciphertext: Fields) => ({
  action: 'kms:ReEncrypt',
  parameters: { SourceKeyId: KEY, DestinationKeyId: OTHER_KEY, ...parameters },
  ciphertext,
});
const invalid = 'InvalidCiphertextException KMS-102';
const incorrect = 'IncorrectKeyException KMS-250';

const contexts: readonly Row[] = [
  [
    'nothing said about the ciphertext',
    { action: 'kms:Decrypt', parameters: { EncryptionContext: { a: '1' } } },
    {},
    null,
  ],
  ['only its key', decrypt({ a: '1' }, { key: KEY }), {}, null],
  ['the same', made({ a: '1', b: '2' }, { a: '1', b: '2' }), {}, null],
  ['in another order', made({ b: '2', a: '1' }, { a: '1', b: '2' }), {}, null],
  ['a number is its text', made({ a: 1 }, { a: '1' }), {}, null],
  ['none and none', made({}, {}), {}, null],
  ['one missing', made({ a: '1' }, { a: '1', b: '2' }), {}, invalid],
  ['one extra', made({ a: '1', b: '2' }, { a: '1' }), {}, invalid],
  ['another value', made({ a: '1' }, { a: '2' }), {}, invalid],
  ['a value in another case', made({ a: 'it' }, { a: 'IT' }), {}, invalid],
  ['a key in another case', made({ a: '1' }, { A: '1' }), {}, invalid],
  [
    'an asymmetric key has none',
    { ...made({}, { a: '1' }), parameters: { EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' } },
    { metadata: { KeySpec: 'RSA_2048' } },
    null,
  ],
  [
    'of the source',
    reEncrypt({ SourceEncryptionContext: { a: '1' } }, { encryptionContext: { a: '1' } }),
    both,
    null,
  ],
  [
    'not of the source',
    reEncrypt({ DestinationEncryptionContext: { a: '1' } }, { encryptionContext: { a: '1' } }),
    both,
    invalid,
  ],
  [
    'not looked at by Encrypt',
    { action: 'kms:Encrypt', ciphertext: { encryptionContext: { a: '1' } } },
    {},
    null,
  ],
  [
    'not looked at by a dry run without ciphertext',
    { ...made({}, { a: '1' }), parameters: { DryRunModifiers: ['IGNORE_CIPHERTEXT'] } },
    {},
    null,
  ],
];

const keys: readonly Row[] = [
  ['the same', decrypt({}, { key: KEY }), both, null],
  ['by its alias', decrypt({}, { key: 'alias/own' }), both, null],
  ['another key', decrypt({}, { key: OTHER_KEY }), both, incorrect],
  ['another key by its alias', decrypt({}, { key: 'alias/other' }), both, incorrect],
  ['a key outside the scenario', decrypt({}, { key: OTHER_KEY }), {}, incorrect],
  ['another key, named by a parameter', { ...unnamed, parameters: { KeyId: KEY } }, both, incorrect],
  ['another key, the request names none (KMS-032)', unnamed, both, null],
  ['not the source', reEncrypt({}, { key: OTHER_KEY }), both, incorrect],
  ['the source', reEncrypt({}, { key: KEY }), both, null],
  ['a related multi-Region key', decrypt({}, { key: elsewhere }), multiRegion, null],
  [
    'a related multi-Region key of the scenario',
    decrypt({}, { key: elsewhere }),
    { ...multiRegion, otherKeys: [{ arn: elsewhere, ...multiRegion }] },
    null,
  ],
  ['the same key id in another Region', decrypt({}, { key: elsewhere }), {}, incorrect],
];

describe.each([
  { part: 'encryption context', rows: contexts },
  { part: 'key', rows: keys },
])('$part of the ciphertext', ({ rows }) => {
  test.each(rows)('%s', (...row) => {
    expect(outcome(row)).toBe(row[3]);
  });
});

test.each([
  ['missing', made({}, { Stage: 'Test' }), 'Stage is missing'],
  ['extra', made({ a: '1', b: '2' }, {}), 'a and b are extra'],
  ['another value', made({ Stage: 'Prod' }, { Stage: 'Test' }), 'Stage is Prod instead of Test'],
  [
    'value in another case',
    made({ Department: 'it' }, { Department: 'IT' }),
    'Department is it instead of IT, and case counts',
  ],
  [
    'key in another case',
    made({ stage: 'Test' }, { Stage: 'Test' }),
    'stage is written Stage there, and case counts',
  ],
  ['several', made({ b: 'x' }, { a: '1', b: 'y' }), 'a is missing; b is x instead of y'],
])('the message names the pairs: %s', (_, request, words) => {
  expect(ask(request).error?.text).toBe(
    `EncryptionContext is not the encryption context that the data was encrypted with: ${words}.`,
  );
});

describe('contextDifference', () => {
  const key = fc.constantFrom('a', 'A', 'b', '__proto__', 'constructor');
  const pairs = fc.array(fc.tuple(key, fc.constantFrom('x', 'X', 'y')));

  test('finds no difference exactly where the pairs are the same', () => {
    fc.assert(
      fc.property(pairs, pairs, (left, right) => {
        const given = new Map(left);
        const wanted = new Map(right);
        const same =
          given.size === wanted.size && [...given].every(([name, value]) => wanted.get(name) === value);
        expect(contextDifference(given, wanted) === undefined).toBe(same);
      }),
    );
  });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const once = new Map(all);
        expect(contextDifference(once, new Map([...once].toReversed()))).toBeUndefined();
      }),
    );
  });

  test('mentions every pair that differs', () => {
    fc.assert(
      fc.property(pairs, pairs, (left, right) => {
        const given = new Map(left);
        const wanted = new Map(right);
        const found = contextDifference(given, wanted);
        const named = new Set(
          found === undefined
            ? []
            : [
                ...found.missing,
                ...found.extra,
                ...[...found.otherValue, ...found.otherCase].map((pair) => pair.key),
                ...found.otherKeyCase.flatMap((pair) => [pair.given, pair.wanted]),
              ],
        );
        const differing = [...given.keys(), ...wanted.keys()].filter(
          (name) => given.get(name) !== wanted.get(name),
        );
        expect([...named].toSorted()).toEqual([...new Set(differing)].toSorted());
      }),
    );
  });
});
