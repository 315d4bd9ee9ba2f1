import type { Position } from '../position.ts';

/** A text as it stands in a completion's `insert`: nothing in it is a place to fill in. */
export function plain(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}

/** A JSON string as it stands in a completion's `insert`. */
export function quotedText(text: string): string {
  return plain(JSON.stringify(text));
}

/** What enters a value where the position is: with the comma that is then needed. */
export function valueText(position: Position, value: string): string {
  return position.needsCommaAfter ? `${value},` : value;
}

/** What enters a member: only its name where the value is there already. `value` is written as `insert` is. */
export function memberText(position: Position, name: string, value: string): string {
  return position.hasColon ? name : valueText(position, `${name}: ${value}`);
}
