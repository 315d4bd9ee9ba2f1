import type { Phrase } from '../explain/phrase.ts';

/**
 * Where a piece of AWS's wording is known from: a page of AWS's documentation, public reports of the error, or by analogy
 * with one of these.
 */
export type Basis = 'documented' | 'observed' | 'inferred';

export interface MessagePart {
  readonly text: string;
  readonly basis: Basis;
}

/**
 * What the caller of a refused request would be told, and what that leaves out (KMS-255). The text is AWS's wording as data;
 * nothing in it is a judgement of this engine.
 */
export interface AwsMessage {
  /** Name of the exception. */
  readonly code: string;
  /** The text, cut where its basis changes. Empty where nobody has published what KMS says. */
  readonly parts: readonly MessagePart[];
  /** Texts that could stand there instead: of other layers that refuse as well, and of older dates. */
  readonly alternatives: readonly string[];
  /** One sentence each. */
  readonly leavesOut: readonly Phrase[];
  /** Id in docs/semantics.md. */
  readonly rule: string;
}

/** The whole text; undefined where nobody has published it. */
export function messageText({ parts }: Pick<AwsMessage, 'parts'>): string | undefined {
  return parts.length === 0 ? undefined : parts.map(({ text }) => text).join('');
}

export function documented(text: string): MessagePart {
  return { text, basis: 'documented' };
}

export function observed(text: string): MessagePart {
  return { text, basis: 'observed' };
}

/** By analogy with a message that is known. */
export function inferred(text: string): MessagePart {
  return { text, basis: 'inferred' };
}
