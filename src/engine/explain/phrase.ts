/** A sentence as data: plain text, `code` for anything typed in a policy, `strong` for names that matter. User text is only ever text. */
export type Phrase = readonly PhrasePart[];
export type PhrasePart = string | { readonly code: string } | { readonly strong: string };

/** The phrase without its typography, for screen readers, the command line and tests. */
export function plain(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'code' in part ? part.code : part.strong;
    })
    .join('');
}
