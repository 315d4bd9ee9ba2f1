import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  pairsOfRows,
  pairsParameter,
  retypedRows,
  rowsOfPairs,
  rowsOfTags,
  tagsOfRows,
  withRowFor,
} from './pairRows.ts';

test('pairs come back from their rows as they were', () => {
  const pairs = fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { noNullPrototype: true });
  fc.assert(
    fc.property(pairs, (value) => {
      expect(pairsOfRows(rowsOfPairs(value))).toEqual(value);
      expect(rowsOfTags(tagsOfRows(rowsOfPairs(value)))).toEqual(rowsOfPairs(value));
    }),
  );
});

describe('a row that is being typed', () => {
  const added = retypedRows([{ key: '', value: '' }]);

  test('says nothing while it has no value', () => {
    const keyed = retypedRows(added.map((row) => ({ ...row, key: 'tenant' })));
    expect(pairsParameter(keyed)).toBeUndefined();
    const valued = retypedRows(keyed.map((row) => ({ ...row, value: 'a1' })));
    expect(pairsParameter(valued)).toEqual({ tenant: 'a1' });
  });

  test('says an empty text once it had a value', () => {
    const valued = retypedRows(added.map(() => ({ key: 'tenant', value: 'a', isPending: true })));
    expect(pairsOfRows(retypedRows(valued.map((row) => ({ ...row, value: '' }))))).toEqual({ tenant: '' });
  });

  test('opened for a key waits, and opens no second row', () => {
    const rows = withRowFor([], 'tenant');
    expect(pairsOfRows(rows)).toEqual({});
    expect(withRowFor(rows, 'tenant')).toBe(rows);
    expect(withRowFor(rows, 'Tenant')).toHaveLength(2);
    expect(withRowFor(rows, undefined)).toBe(rows);
  });
});

test('of rows with the same key the first counts; case tells keys apart', () => {
  const rows = [
    { key: 'a', value: '1' },
    { key: 'a', value: '2' },
    { key: 'A', value: '3' },
  ];
  expect(pairsOfRows(rows)).toEqual({ a: '1', A: '3' });
});

test('what is no map of texts becomes rows without losing what it says', () => {
  expect(rowsOfPairs({ n: 5, b: true })).toEqual([
    { key: 'n', value: '5' },
    { key: 'b', value: 'true' },
  ]);
  expect([rowsOfPairs('x'), rowsOfPairs(['x']), rowsOfPairs(null), rowsOfTags({}), tagsOfRows([])]).toEqual([
    [],
    [],
    [],
    [],
    undefined,
  ]);
});
