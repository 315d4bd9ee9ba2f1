export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** The positions of rows whose key another row has too. Keys are compared exactly; empty ones are not keys yet. */
export function duplicateKeys(rows: readonly KeyValue[]): ReadonlySet<number> {
  const seen = new Map<string, number[]>();
  rows.forEach((row, index) => {
    if (row.key === '') return;
    const at = seen.get(row.key);
    if (at === undefined) seen.set(row.key, [index]);
    else at.push(index);
  });
  return new Set([...seen.values()].filter((at) => at.length > 1).flat());
}

export function replaceRow(rows: readonly KeyValue[], index: number, row: KeyValue): readonly KeyValue[] {
  return rows.map((other, at) => (at === index ? row : other));
}

export function withoutRow(rows: readonly KeyValue[], index: number): readonly KeyValue[] {
  return rows.filter((_, at) => at !== index);
}
