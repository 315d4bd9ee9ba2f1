import type { Json } from '#engine/scenario/scenario.ts';

/** A key and a value as they are typed: an encryption context pair, a tag. */
export interface Pair {
  readonly key: string;
  readonly value: string;
  /** A new row whose value nobody has typed yet: it is not part of the request. */
  readonly isPending?: boolean;
}

export type Pairs = Readonly<Record<string, string>>;

export function rowsOfPairs(pairs: Json | undefined): readonly Pair[] {
  if (typeof pairs !== 'object' || pairs === null || Array.isArray(pairs)) return [];
  return Object.entries(pairs).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

/** The rows with one for this key; a new one waits for its value. */
export function withRowFor(rows: readonly Pair[], key: string | undefined): readonly Pair[] {
  if (key === undefined || rows.some((row) => row.key === key)) return rows;
  return [...rows, { key, value: '', isPending: true }];
}

/** Rows after an edit: a row just added waits for its value, and one that has had a value may say an empty text. */
export function retypedRows(rows: readonly Pair[]): readonly Pair[] {
  return rows.map(({ key, value, isPending }) => {
    const isNew = key === '' && value === '';
    return isNew || (isPending === true && value === '') ? { key, value, isPending: true } : { key, value };
  });
}

/** What the rows say. Rows without a key or still without a value say nothing; of rows with the same key the first counts. */
export function pairsOfRows(rows: readonly Pair[]): Pairs {
  const pairs = new Map<string, string>();
  for (const { key, value, isPending } of rows) {
    if (key !== '' && isPending !== true && !pairs.has(key)) pairs.set(key, value);
  }
  return Object.fromEntries(pairs);
}

/** The pairs as a request parameter: one that is empty is not sent. */
export function pairsParameter(rows: readonly Pair[]): Pairs | undefined {
  const pairs = pairsOfRows(rows);
  return Object.keys(pairs).length === 0 ? undefined : pairs;
}

/** `TagKey`/`TagValue` objects, as the KMS API takes tags. */
export function rowsOfTags(tags: Json | undefined): readonly Pair[] {
  if (!Array.isArray(tags)) return [];
  return tags.map((tag: Json) => ({ key: textMember(tag, 'TagKey'), value: textMember(tag, 'TagValue') }));
}

export function tagsOfRows(rows: readonly Pair[]): Json | undefined {
  const tags = Object.entries(pairsOfRows(rows)).map(([key, value]) => ({ TagKey: key, TagValue: value }));
  return tags.length === 0 ? undefined : tags;
}

function textMember(tag: Json, name: string): string {
  if (typeof tag !== 'object' || tag === null || Array.isArray(tag)) return '';
  const value = Object.entries(tag).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
