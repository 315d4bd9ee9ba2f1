import type { Phrase, PhrasePart } from './phrase.ts';
import { Code } from './Code.tsx';

export type { Phrase } from './phrase.ts';

export interface RichTextProps {
  readonly phrase: Phrase;
}

/** Renders a phrase: words as they are, `code` monospaced and breakable, strong parts bold. */
export function RichText({ phrase }: RichTextProps) {
  return phrase.map((part, index) => <Part key={index} part={part} />);
}

function Part({ part }: { readonly part: PhrasePart }) {
  if (typeof part === 'string') return part;
  return 'code' in part ? <Code>{part.code}</Code> : <strong>{part.strong}</strong>;
}
