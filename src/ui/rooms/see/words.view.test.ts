import { describe, expect, it } from 'vitest';
import { testCell, testGroups } from './testTable.ts';
import { counted } from '#kit/counted.ts';
import { bareAction, cellSentence, cellWords, listed } from './words.view.ts';

const [use] = testGroups;

describe('cellWords', () => {
  it.each([
    ['allowed', 2, '2 of 3', ''],
    ['depends', 3, '3 of 3', 'depend'],
    ['denied', 1, '1 of 3', 'denied'],
    ['none', 0, '0 of 3', ''],
  ] as const)('says how many are %s', (value, count, figure, word) => {
    expect(cellWords(testCell(use, value, count))).toEqual({ figure, word });
  });

  it('says what depends beside what is allowed', () => {
    const cell = testCell(use, 'allowed', 1);
    const mixed = { ...cell, counts: { ...cell.counts, depends: 2, none: 0 } };
    expect(cellWords(mixed)).toEqual({ figure: '1 of 3', word: '2 depend' });
    expect(cellSentence(mixed)).toBe('Allowed: 1 of 3, 2 depend.');
  });
});

describe('cellSentence', () => {
  it.each([
    ['allowed', 'Allowed: 3 of 3.'],
    ['depends', 'Depends: 3 of 3.'],
    ['denied', 'Denied: 3 of 3.'],
    ['none', 'Nothing allows it.'],
  ] as const)('says %s in words', (value, sentence) => {
    expect(cellSentence(testCell(use, value))).toBe(sentence);
  });
});

describe('listed', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('joins %j', (names, words) => {
    expect(listed(names, 3)).toBe(words);
  });
});

it('counts one and many', () => {
  expect([counted(0, 'row'), counted(1, 'row'), counted(2, 'row')]).toEqual(['0 rows', '1 row', '2 rows']);
});

it('takes only the prefix of KMS from an action', () => {
  expect([bareAction('kms:Decrypt'), bareAction('s3:GetObject')]).toEqual(['Decrypt', 's3:GetObject']);
});
