import { useState } from 'react';
import type { KeyValue } from '#kit/KeyValueRows.tsx';

/**
 * Rows being edited over a value of the workspace. The rows may hold what is not ready yet (an empty row, half an ARN); the
 * workspace gets what is. A change from elsewhere replaces the rows.
 *
 * @param toRows the rows of a value
 * @param fromRows the value of the rows that are ready
 */
export function useRows<Value, Row>(
  value: Value,
  toRows: (value: Value) => readonly Row[],
  fromRows: (rows: readonly Row[]) => Value,
  onChange: (value: Value) => void,
): readonly [readonly Row[], (rows: readonly Row[]) => void] {
  const [rows, setRows] = useState(() => toRows(value));
  const isForeign = JSON.stringify(fromRows(rows)) !== JSON.stringify(fromRows(toRows(value)));
  if (isForeign) setRows(toRows(value));
  const change = (next: readonly Row[]) => {
    setRows(next);
    onChange(fromRows(next));
  };
  return [isForeign ? toRows(value) : rows, change];
}

/** The tags of the rows that have a key; of two with the same key the first counts. */
export function tagsOf(rows: readonly KeyValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.toReversed().flatMap(({ key, value }) => (key === '' ? [] : [[key, value]])),
  );
}
