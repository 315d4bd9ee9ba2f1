import type { Json } from '#engine/scenario/scenario.ts';

/** One further context key as it is edited. `list` is multivalued, `absent` says that the request does not carry the key. */
export interface ContextRow {
  readonly key: string;
  readonly state: 'value' | 'list' | 'absent';
  readonly values: readonly string[];
  /** The JSON the row was read from, kept until the row is edited: a number stays a number. */
  readonly original?: Json;
  /** False while nobody has typed a value: such a row is not part of the request yet. */
  readonly isTouched: boolean;
}

export function newContextRow(key: string): ContextRow {
  return { key, state: 'value', values: [''], isTouched: false };
}

export function rowsOfContext(context: Readonly<Record<string, Json>> | undefined): readonly ContextRow[] {
  return Object.entries(context ?? {}).map(([key, value]) => ({
    key,
    state: value === null ? 'absent' : Array.isArray(value) ? 'list' : 'value',
    values: valuesOf(value),
    original: value,
    isTouched: true,
  }));
}

/**
 * The context the rows say. Rows without a key, and new rows without a value, are still being typed and say nothing;
 * of rows with the same key the first counts. Empty texts in a list are rows not filled in yet.
 */
export function contextOfRows(rows: readonly ContextRow[]): Readonly<Record<string, Json>> {
  const members = new Map<string, Json>();
  for (const row of rows) {
    if (row.key === '' || !row.isTouched || members.has(row.key)) continue;
    members.set(row.key, jsonOf(row));
  }
  return Object.fromEntries(members);
}

export function withKey(row: ContextRow, key: string): ContextRow {
  return { ...row, key };
}

export function withValues(row: ContextRow, values: readonly string[]): ContextRow {
  return { key: row.key, state: row.state, values, isTouched: true };
}

export function withState(row: ContextRow, state: ContextRow['state']): ContextRow {
  const values = state === 'value' ? row.values.slice(0, 1) : row.values;
  const isTouched = state === 'absent' || row.values.some((value) => value !== '');
  return { key: row.key, state, values: values.length === 0 ? [''] : values, isTouched };
}

/** Rows whose key another row has too. IAM reads condition keys without regard to case (IAM-072). */
export function repeatedKeys(rows: readonly ContextRow[]): ReadonlySet<number> {
  const seen = new Map<string, number[]>();
  rows.forEach((row, index) => {
    if (row.key !== '') seen.set(row.key.toLowerCase(), [...(seen.get(row.key.toLowerCase()) ?? []), index]);
  });
  return new Set([...seen.values()].filter((rowsOfKey) => rowsOfKey.length > 1).flat());
}

function jsonOf(row: ContextRow): Json {
  if (row.original !== undefined) return row.original;
  if (row.state === 'absent') return null;
  return row.state === 'list' ? row.values.filter((value) => value !== '') : (row.values[0] ?? '');
}

function valuesOf(value: Json): readonly string[] {
  if (value === null) return [''];
  return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
