import type { Position } from '../position.ts';
import type { Completion, CompletionKind } from './completion.ts';

/** A text as it stands in a completion's `insert`: nothing in it is a place to fill in. */
export function plain(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}

/** A JSON string as it stands in a completion's `insert`. */
export function quotedText(text: string): string {
  return plain(JSON.stringify(text));
}

/** What enters a value where the position is, with the comma that is then needed. `value` is written as `insert` is. */
export function valueText(position: Position, value: string): string {
  return position.needsCommaAfter ? `${value},` : value;
}

/** What enters a member: only its name where the value is there already. `name` and `value` are written as `insert` is. */
export function memberText(position: Position, name: string, value: string): string {
  return position.hasColon ? name : valueText(position, `${name}: ${value}`);
}

/** A text to enter as a value. */
export function textOffer(
  position: Position,
  kind: CompletionKind,
  text: string,
  meaning: string,
): Completion {
  return { kind, label: text, meaning, insert: valueText(position, quotedText(text)) };
}

/** A member to enter, whose value is to be filled in next. */
export function memberOffer(
  position: Position,
  kind: CompletionKind,
  { name, meaning, value, more }: MemberOffer,
): Completion {
  const insert = memberText(position, quotedText(name), value);
  return { kind, label: name, meaning, more, insert, continues: !position.hasColon && value.includes('$1') };
}

interface MemberOffer {
  readonly name: string;
  readonly meaning: string;
  readonly more?: string | undefined;
  /** Written as `insert` is. */
  readonly value: string;
}
