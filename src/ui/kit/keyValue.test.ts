import { expect, test } from 'vitest';
import { duplicateKeys, replaceRow, withoutRow } from './keyValue.ts';

const rows = [
  { key: 'tenant', value: 'a1' },
  { key: '', value: '' },
  { key: 'Tenant', value: 'a1' },
  { key: 'tenant', value: 'a2' },
  { key: '', value: 'x' },
];

test('flags every row whose key stands twice, by exact case, and never an empty key', () => {
  expect(duplicateKeys(rows)).toEqual(new Set([0, 3]));
  expect(duplicateKeys(rows.slice(0, 3)).size).toBe(0);
});

test('keys that are names of object properties are keys like any other', () => {
  const odd = [
    { key: '__proto__', value: '1' },
    { key: 'constructor', value: '2' },
  ];
  expect(duplicateKeys(odd).size).toBe(0);
});

test('replaces and removes by position and leaves the given rows alone', () => {
  expect(replaceRow(rows, 1, { key: 'k', value: 'v' })[1]).toEqual({ key: 'k', value: 'v' });
  expect(withoutRow(rows, 0).map((row) => row.key)).toEqual(['', 'Tenant', 'tenant', '']);
  expect(rows[1]).toEqual({ key: '', value: '' });
});
