/** New values for some fields; undefined takes a field away. */
export type FieldChange<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** The object with some fields changed; fields that became undefined are gone, so that they are not saved. */
export function withFields<T extends object>(object: T, change: FieldChange<T>): T {
  const entries = Object.entries({ ...object, ...change }).filter(([, value]) => value !== undefined);
  // Only optional fields are ever taken away.
  return Object.fromEntries(entries) as T;
}

/** The list with one of its items changed, found by a test; the list itself where none passes. */
export function withItem<T>(
  items: readonly T[],
  isMeant: (item: T) => boolean,
  change: (item: T) => T,
): readonly T[] {
  return items.some(isMeant) ? items.map((item) => (isMeant(item) ? change(item) : item)) : items;
}
