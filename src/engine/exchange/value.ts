import type { SourceSpan } from '../source/span.ts';

/**
 * A value of a template, as far as the template itself tells it. What only a deployment would settle is a placeholder, and
 * stands in the value wherever the template has it: `fillIn` makes JSON of both.
 */
export type Value =
  | TextValue
  | { readonly kind: 'number'; readonly span: SourceSpan; readonly lexeme: string }
  | { readonly kind: 'boolean'; readonly span: SourceSpan; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: SourceSpan }
  | ListValue
  | ObjectValue
  /** A text that is the JSON of a value. */
  | { readonly kind: 'json'; readonly span: SourceSpan; readonly value: Value }
  | { readonly kind: 'placeholder'; readonly span: SourceSpan; readonly name: string }
  /** One of two values, by a condition that is a placeholder, too. */
  | {
      readonly kind: 'choice';
      readonly span: SourceSpan;
      readonly condition: string;
      readonly yes: Value;
      readonly no: Value;
    }
  /** The items of a list among the items of another. */
  | { readonly kind: 'spread'; readonly span: SourceSpan; readonly list: Value }
  /** One value for each item of a list; in `body` the item is the placeholder `item`. */
  | {
      readonly kind: 'each';
      readonly span: SourceSpan;
      readonly list: Value;
      readonly item: string;
      readonly body: Value;
    }
  /** The texts of a list with a separator between them. */
  | { readonly kind: 'joined'; readonly span: SourceSpan; readonly separator: string; readonly list: Value }
  /** Not there at all: the member or item is left out. */
  | { readonly kind: 'absent'; readonly span: SourceSpan };

export interface TextValue {
  readonly kind: 'text';
  readonly span: SourceSpan;
  readonly parts: readonly (string | Value)[];
}

export interface ListValue {
  readonly kind: 'list';
  readonly span: SourceSpan;
  readonly items: readonly Value[];
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly span: SourceSpan;
  readonly members: readonly ObjectMember[];
}

export interface ObjectMember {
  readonly key: Value;
  readonly value: Value;
}

/** A text that is known to the last character. */
export function knownText(value: Value | undefined): string | undefined {
  if (value?.kind === 'number') return value.lexeme;
  if (value?.kind === 'boolean') return String(value.value);
  if (value?.kind !== 'text') return undefined;
  const texts = value.parts.map((part) => (typeof part === 'string' ? part : knownText(part)));
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

export function textValue(span: SourceSpan, text: string): TextValue {
  return { kind: 'text', span, parts: [text] };
}

/** A text of several values: texts within texts become one. */
export function textOfParts(span: SourceSpan, parts: readonly (string | Value)[]): TextValue {
  const flat: (string | Value)[] = [];
  for (const part of parts.flatMap(partsOf)) {
    const last = flat.at(-1);
    if (typeof part === 'string' && typeof last === 'string') flat[flat.length - 1] = last + part;
    else flat.push(part);
  }
  return { kind: 'text', span, parts: flat };
}

function partsOf(part: string | Value): readonly (string | Value)[] {
  if (typeof part === 'string') return [part];
  if (part.kind === 'text') return part.parts;
  const known = knownText(part);
  return [known ?? part];
}

/** The member of that name, where its name is known; the last one where it is repeated. */
export function memberOf(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind !== 'object') return undefined;
  return value.members.findLast(({ key }) => knownText(key) === name)?.value;
}

export function objectOf(
  span: SourceSpan,
  entries: readonly (readonly [string, Value | undefined])[],
): ObjectValue {
  const members = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: textValue(value.span, key), value }],
  );
  return { kind: 'object', span, members };
}
