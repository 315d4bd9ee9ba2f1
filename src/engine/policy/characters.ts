import { quoted } from '../source/quote.ts';
import type { Problems } from '../source/problems.ts';
import type { TextId } from '../source/span.ts';

const FORBIDDEN = /[^\t\n\r\u0020-\u00ff]/gu;

/** Reports, once, the characters of a document that no policy may hold: all but tab, line ends and U+0020–U+00FF (IAM-016, KMS-018). */
export function checkCharacters(problems: Problems, text: string, id: TextId): void {
  const others = new Set<string>();
  let first: { readonly character: string; readonly from: number } | undefined;
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    first ??= { character, from: index };
    if (character !== first.character) others.add(character);
  }
  if (first === undefined) return;
  const code = (first.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const more = others.size === 0 ? '' : ` and ${String(others.size)} other${others.size === 1 ? '' : 's'}`;
  const span = { text: id, from: first.from, to: first.from + first.character.length };
  const message = `A policy cannot hold the character ${quoted(first.character)} (U+${code})${more}.`;
  problems.add('INVALID_CHARACTER', 'error', span, message, 'Use only characters up to U+00FF.');
}
