import { variablePart } from '../catalog/conditionKeys.ts';
import { allPlans } from '../world/mentionedKeys.ts';
import type { World } from '../world/world.ts';

/** Condition keys the policies look at, by lower-cased name: spelling, how often, and the values compared with. */
export type Mentions = ReadonlyMap<
  string,
  { readonly key: string; readonly count: number; readonly values: ReadonlySet<string> }
>;

/** Everything the policies of a world compare with. */
export function mentionsOf(world: World): Mentions {
  const mentions = new Map<string, { key: string; count: number; values: Set<string> }>();
  const statements = allPlans(world).flatMap((plan) => plan.statements);
  for (const { clause } of statements.flatMap((statement) => statement.conditions)) {
    const name = clause.key.value.toLowerCase();
    const known = mentions.get(name) ?? { key: clause.key.value, count: 0, values: new Set<string>() };
    const literal = clause.values.filter(({ value }) => !/[*?]|\$\{/.test(value));
    for (const { value } of literal) known.values.add(value);
    mentions.set(name, { ...known, count: known.count + 1 });
  }
  return mentions;
}

/** A name of the encryption context with the values seen. */
export interface ContextPair {
  readonly key: string;
  readonly values: readonly string[];
}

/** The pairs of the encryption context that policies and grants speak of. */
export function encryptionContextIn(world: World, mentions: Mentions): readonly ContextPair[] {
  const found = new Map<string, Set<string>>();
  const add = (key: string, values: Iterable<string>): void => {
    const known = found.get(key) ?? new Set<string>();
    for (const value of values) known.add(value);
    found.set(key, known);
  };
  for (const { key, values } of mentions.values()) {
    if (key.toLowerCase().startsWith('kms:encryptioncontext:')) add(variablePart(key) ?? '', values);
    if (key.toLowerCase() === 'kms:encryptioncontextkeys') for (const name of values) add(name, []);
  }
  for (const { grant } of world.keys.flatMap((key) => key.grants)) {
    for (const [key, value] of (grant.equals ?? grant.subset)?.pairs ?? []) add(key, [value]);
  }
  return [...found].flatMap(([key, values]) => (key === '' ? [] : [{ key, values: [...values] }]));
}
