import type { JsonMember, JsonNode } from './json.ts';
import type { TextId } from './span.ts';
import type { Token } from './tokens.ts';

/** An object whose `}` has not come yet. */
export interface ObjectFrame {
  readonly kind: '{';
  readonly open: Token;
  readonly members: JsonMember[];
  readonly seen: Set<string>;
  key: Token | undefined;
  expect: 'firstName' | 'name' | 'colon' | 'value' | 'comma';
}

/** A list whose `]` has not come yet. */
interface ArrayFrame {
  readonly kind: '[';
  readonly open: Token;
  readonly items: JsonNode[];
  expect: 'firstValue' | 'value' | 'comma';
}

export type Frame = ObjectFrame | ArrayFrame;

/** The frame an opening bracket begins; undefined for other tokens. */
export function frameOf(open: Token): Frame | undefined {
  if (open.kind === '[') return { kind: '[', open, items: [], expect: 'firstValue' };
  if (open.kind !== '{') return undefined;
  return { kind: '{', open, members: [], seen: new Set(), key: undefined, expect: 'firstName' };
}

/** The object or list of a frame, ending before `to`. */
export function closedNode(frame: Frame, text: TextId, to: number): JsonNode {
  const span = { text, from: frame.open.from, to };
  if (frame.kind === '[') return { kind: 'array', span, items: frame.items };
  return { kind: 'object', span, members: frame.members };
}

/** The value of a token that is no bracket; an unknown word counts as text, so that something stands in its place. */
export function scalarNode(token: Token, text: TextId): JsonNode {
  const span = { text, from: token.from, to: token.to };
  if (token.kind === 'number') return { kind: 'number', span, lexeme: token.value };
  if (token.kind === 'null') return { kind: 'null', span };
  if (token.kind === 'true' || token.kind === 'false') {
    return { kind: 'boolean', span, value: token.kind === 'true' };
  }
  return { kind: 'string', span, value: token.value };
}
