import type { Phrase } from './phrase.ts';

/** A message with its backticks as code. */
export function marked(text: string): Phrase {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? { code: part } : part))
    .filter((part) => part !== '');
}
