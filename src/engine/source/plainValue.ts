import type { JsonNode } from './json.ts';

/** A JSON value without places. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * The value of a node without its places. Of repeated keys the last counts. Objects have no prototype, so that a key such as
 * `__proto__` or `constructor` is a key like any other.
 *
 * @param number what a number becomes; a JavaScript number if omitted (which can lose digits)
 */
export function plainValue(node: JsonNode, number: (lexeme: string) => PlainValue = Number): PlainValue {
  switch (node.kind) {
    case 'object':
      return recordOf(node.members.map(({ key, value }) => [key, plainValue(value, number)] as const));
    case 'array':
      return node.items.map((item) => plainValue(item, number));
    case 'number':
      return number(node.lexeme);
    case 'null':
      return null;
    case 'string':
    case 'boolean':
      return node.value;
  }
}

/** An object without a prototype from keys that come from user text. */
export function recordOf<Value>(
  entries: Iterable<readonly [string, Value]>,
): Readonly<Record<string, Value>> {
  const record = Object.create(null) as Record<string, Value>;
  for (const [key, value] of entries) record[key] = value;
  return record;
}
