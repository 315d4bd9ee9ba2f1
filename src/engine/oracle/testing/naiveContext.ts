import type { Json } from './plain.ts';
import { isJsonList, textOf } from './plain.ts';

/** The condition keys of one request, by lower-cased name; a key that is not there is absent (KMS-131). */
export type NaiveContext = Map<string, { readonly values: readonly string[]; readonly many: boolean }>;

const multivaluedKeys: readonly string[] = [
  'aws:tagkeys',
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:vpceorgpaths',
  'aws:principalservicenameslist',
  'kms:encryptioncontextkeys',
  'kms:grantoperations',
  'kms:resourcealiases',
];

const singleValuedPrefixes: readonly string[] = ['aws:', 'kms:'];

/** Being multivalued is a property of the key (IAM-095); of a key nobody knows, a list makes it so. */
export function isMany(key: string, given: Json): boolean {
  const name = key.toLowerCase();
  if (multivaluedKeys.includes(name)) return true;
  if (singleValuedPrefixes.some((prefix) => name.startsWith(prefix))) return false;
  return isJsonList(given);
}

export function put(context: NaiveContext, key: string, value: string | boolean | undefined): void {
  if (value !== undefined) context.set(key.toLowerCase(), { values: [String(value)], many: false });
}

/** A list without values leaves the key absent (KMS-106). */
export function putMany(context: NaiveContext, key: string, values: readonly string[]): void {
  if (values.length > 0) context.set(key.toLowerCase(), { values, many: true });
}

/** What the request says replaces what was derived; null means absent (scenario format). */
export function give(context: NaiveContext, key: string, value: Json): void {
  if (value === null) {
    context.delete(key.toLowerCase());
    return;
  }
  const values = isJsonList(value) ? value.flatMap((item) => textOf(item) ?? []) : [textOf(value) ?? ''];
  context.set(key.toLowerCase(), { values, many: isMany(key, value) });
}

/** Absent, and an empty list of values, are the same for every operator (section 4.2). */
export function valuesOf(context: NaiveContext, key: string): readonly string[] | undefined {
  const entry = context.get(key.toLowerCase());
  return entry === undefined || entry.values.length === 0 ? undefined : entry.values;
}
