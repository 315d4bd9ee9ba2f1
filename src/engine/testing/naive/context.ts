import { isList, type Json, textOf } from './plain.ts';

/** One condition key of a request; names ignore case (IAM-072). */
export interface NaiveEntry {
  readonly values: readonly string[];
  readonly multivalued: boolean;
}

/** Condition keys by lower-case name. */
export type NaiveContext = Map<string, NaiveEntry>;

/** IAM-095, and the spec's tables 5.1 and 7: keys that can have several values. */
const multivalued = [
  'aws:TagKeys',
  'aws:CalledVia',
  'aws:PrincipalOrgPaths',
  'aws:ResourceOrgPaths',
  'aws:SourceOrgPaths',
  'aws:VpceOrgPaths',
  'aws:PrincipalServiceNamesList',
  'kms:EncryptionContextKeys',
  'kms:GrantOperations',
  'kms:ResourceAliases',
].map((name) => name.toLowerCase());

const isKnown = (name: string): boolean => name.startsWith('aws:') || name.startsWith('kms:');

/** Puts a key in unless it is there: of two names that differ by case the first counts (IAM-073). */
export function put(
  context: NaiveContext,
  name: string,
  value: string | readonly string[] | undefined,
): void {
  if (value === undefined) return;
  const lower = name.toLowerCase();
  if (context.has(lower)) return;
  const values = typeof value === 'string' ? [value] : value;
  context.set(lower, { values, multivalued: multivalued.includes(lower) });
}

/** IAM-143: what the request says about its context replaces what is derived; `null` makes a key absent. */
export function giveContext(context: NaiveContext, given: { readonly [name: string]: Json }): void {
  for (const name of Object.keys(given)) context.delete(name.toLowerCase());
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase();
    if (value === null || context.has(lower)) continue;
    const values = isList(value) ? value.flatMap((one) => textOf(one) ?? []) : [textOf(value) ?? ''];
    // IAM-095: of a key that nobody knows, a list says that it is multivalued.
    const several = multivalued.includes(lower) || (!isKnown(lower) && isList(value));
    context.set(lower, { values, multivalued: several });
  }
}

/** The values of a key; undefined if it is absent, also with an empty list (section 4.2). */
export function valuesOf(context: NaiveContext, name: string): readonly string[] | undefined {
  const values = context.get(name.toLowerCase())?.values ?? [];
  return values.length === 0 ? undefined : values;
}
