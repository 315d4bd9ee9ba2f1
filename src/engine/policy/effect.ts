import { nearest } from '../source/nearest.ts';
import { quoted } from '../source/quote.ts';
import { member } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import type { SourceSpan } from '../source/span.ts';
import type { Effect } from './policy.ts';
import { openingOf, typeMismatch } from './reading.ts';
import type { Read, Reading } from './reading.ts';

export interface EffectElement {
  readonly effect: Effect | undefined;
  readonly span: SourceSpan;
}

/** `Effect`: required, exactly `Allow` or `Deny` (IAM-007). */
export function readEffect(reading: Reading, statement: JsonObject): Read<EffectElement> {
  const value = member(statement, 'Effect')?.value;
  if (value === undefined) {
    const span = openingOf(statement);
    reading.problems.add(
      'MISSING_EFFECT',
      'error',
      span,
      'The statement has no `Effect`.',
      'Add `"Effect": "Allow"` or `"Effect": "Deny"`.',
    );
    return { element: undefined, inert: { rule: 'IAM-007', because: 'it has no `Effect`', span } };
  }
  const { span } = value;
  const text = value.kind === 'string' ? value.value : undefined;
  // The literals rather than `text`: a piece cut out of a document is slow to compare, and every decision compares it.
  if (text === 'Allow') return { element: { effect: 'Allow', span }, inert: undefined };
  if (text === 'Deny') return { element: { effect: 'Deny', span }, inert: undefined };
  if (text === undefined) typeMismatch(reading.problems, value, '`Effect`', '`Allow` or `Deny`');
  else
    reading.problems.add(
      'INVALID_EFFECT',
      'error',
      span,
      `${quoted(text)} is neither \`Allow\` nor \`Deny\`.`,
      meant(text),
    );
  const because =
    text === undefined
      ? 'its `Effect` is no text'
      : `its \`Effect\` ${quoted(text)} is neither \`Allow\` nor \`Deny\``;
  return { element: { effect: undefined, span }, inert: { rule: 'IAM-007', because, span } };
}

function meant(text: string): string | undefined {
  const candidate = nearest(text.trim(), ['Allow', 'Deny']);
  return candidate === undefined
    ? undefined
    : `Did you mean ${quoted(candidate)}? Upper and lower case count.`;
}
