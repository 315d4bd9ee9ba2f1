import type { JsonMember, JsonNode } from './json.ts';
import type { SourceSpan } from './span.ts';

export type JsonObject = Extract<JsonNode, { kind: 'object' }>;
export type JsonArray = Extract<JsonNode, { kind: 'array' }>;

/** A text with its place. */
export interface SourcedText {
  readonly value: string;
  readonly span: SourceSpan;
}

export function asObject(node: JsonNode | undefined): JsonObject | undefined {
  return node?.kind === 'object' ? node : undefined;
}

export function asArray(node: JsonNode | undefined): JsonArray | undefined {
  return node?.kind === 'array' ? node : undefined;
}

export function asString(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

export function asBoolean(node: JsonNode | undefined): boolean | undefined {
  return node?.kind === 'boolean' ? node.value : undefined;
}

/** A text with its place; undefined for every other kind of value. */
export function asSourced(node: JsonNode | undefined): SourcedText | undefined {
  return node?.kind === 'string' ? { value: node.value, span: node.span } : undefined;
}

/** The member of that exact name; the last one where the key is repeated, as `JSON.parse` has it. */
export function member(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return asObject(node)?.members.findLast((candidate) => candidate.key === key);
}

/** The value of the member of that exact name. */
export function memberValue(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return member(node, key)?.value;
}

/** The items of a list; a single value counts as a list of one (IAM-004), an absent one as an empty list. */
export function oneOrMany(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}

/** All texts of a list, or of a single text (IAM-004); values of other kinds are left out. */
export function stringList(node: JsonNode | undefined): readonly SourcedText[] {
  return oneOrMany(node).flatMap((item) => asSourced(item) ?? []);
}

/** The kind of a value as a message says it. */
export function kindInWords(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
  }
}
