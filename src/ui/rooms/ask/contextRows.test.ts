import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#engine/scenario/scenario.ts';
import {
  contextOfRows,
  newContextRow,
  repeatedKeys,
  rowsOfContext,
  withKey,
  withState,
  withValues,
} from './contextRows.ts';

const key = fc.string({ minLength: 1, maxLength: 12 });
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);

test('a context comes back from its rows as it was, number by number', () => {
  fc.assert(
    fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (context) => {
      expect(contextOfRows(rowsOfContext(context))).toEqual(context);
    }),
  );
});

test('a key named like a member of every object is a key', () => {
  const context = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, Json>;
  expect(Object.entries(contextOfRows(rowsOfContext(context)))).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});

describe('a row that is being typed', () => {
  const fresh = newContextRow('aws:SourceVpce');

  test('says nothing before its value is typed', () => {
    expect(contextOfRows([fresh, newContextRow('')])).toEqual({});
  });

  test('says its value, and an empty one once it was typed and taken back', () => {
    expect(contextOfRows([withValues(fresh, ['vpce-1'])])).toEqual({ 'aws:SourceVpce': 'vpce-1' });
    expect(contextOfRows([withValues(withValues(fresh, ['v']), [''])])).toEqual({ 'aws:SourceVpce': '' });
  });

  test('keeps the value while its key is retyped', () => {
    const typed = withKey(withValues(fresh, ['v']), '');
    expect(contextOfRows([typed])).toEqual({});
    expect(contextOfRows([withKey(typed, 'aws:SourceVpc')])).toEqual({ 'aws:SourceVpc': 'v' });
  });
});

describe('absent, one value, several values', () => {
  const row = withValues(newContextRow('k'), ['a']);

  test('absent is said as null at once, and the value comes back', () => {
    const absent = withState(newContextRow('k'), 'absent');
    expect(contextOfRows([absent])).toEqual({ k: null });
    expect(contextOfRows([withState(withState(row, 'absent'), 'value')])).toEqual({ k: 'a' });
  });

  test('a list of one is a list; an empty line of it is not a value yet', () => {
    expect(contextOfRows([withState(row, 'list')])).toEqual({ k: ['a'] });
    expect(contextOfRows([withValues(withState(row, 'list'), ['a', ''])])).toEqual({ k: ['a'] });
    expect(contextOfRows([withValues(withState(row, 'list'), [])])).toEqual({ k: [] });
  });

  test('one value keeps the first of a list', () => {
    expect(contextOfRows([withState(withValues(withState(row, 'list'), ['a', 'b']), 'value')])).toEqual({
      k: 'a',
    });
  });

  test('a list that says nothing yet is no part of the request', () => {
    expect(contextOfRows([withState(newContextRow('k'), 'list')])).toEqual({});
  });
});

test('keys that differ only by case are repeated; the first of equal ones counts', () => {
  const rows = ['aws:SourceIp', 'k', 'AWS:sourceip', '', ''].map((name, index) =>
    withValues(newContextRow(name), [String(index)]),
  );
  expect([...repeatedKeys(rows)]).toEqual([0, 2]);
  const same = [withValues(newContextRow('k'), ['1']), withValues(newContextRow('k'), ['2'])];
  expect(contextOfRows(same)).toEqual({ k: '1' });
});
