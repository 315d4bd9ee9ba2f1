/** A sentence as the engine hands it out: plain words, things typed in a policy, and names to stress. */
export type PhrasePart = string | { readonly code: string } | { readonly strong: string };
export type Phrase = readonly PhrasePart[];

/** The words of a phrase without their form, for names, announcements and copying. */
export function phraseText(phrase: Phrase): string {
  return phrase.map(partText).join('');
}

function partText(part: PhrasePart): string {
  if (typeof part === 'string') return part;
  return 'code' in part ? part.code : part.strong;
}

/**
 * Cuts an ARN, key or id where a line may break: after `:` and `/`. The pieces joined are the text again.
 */
export function breakable(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const here = text.charAt(at);
    if (here !== ':' && here !== '/') continue;
    pieces.push(text.slice(start, at + 1));
    start = at + 1;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}
