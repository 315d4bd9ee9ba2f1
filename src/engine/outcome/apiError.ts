import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Phrase, PhrasePart } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import { quoted } from '../source/quote.ts';

/**
 * An error of the KMS API.
 *
 * @param name as in the catalog's `apiErrors`
 * @param rule id in docs/semantics.md
 * @param text one or two sentences, cause first
 */
export function apiError(name: string, rule: string, text: Phrase): ApiErrorAnswer {
  return { name, rule, text };
}

/** An error that is certain to come under a name that is not: KMS refuses the call, and no page says with which error. */
export function namelessError(name: string, rule: string, text: Phrase): ApiErrorAnswer {
  return apiError(name, rule, [...text, ' AWS does not document which error.']);
}

/** A text of the request as code: on one line, shortened in the middle where it is long, in quotes where a space at an end would not be seen. */
export function shown(text: string): PhrasePart {
  const visible = quoted(text, 120).slice(1, -1);
  return code(visible === '' || visible !== visible.trim() ? `"${visible}"` : visible);
}

/** The message of a diagnostic with its backticks turned into code; user text in it has none of its own. */
export function fromMessage(message: string): Phrase {
  return message.split('`').map((part, index) => (index % 2 === 1 ? code(part) : part));
}
