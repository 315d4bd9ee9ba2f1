import { quoted } from '../source/quote.ts';
import { asSourced, member } from '../source/read.ts';
import type { JsonObject } from '../source/read.ts';
import { RULES_OF } from './elements.ts';
import type { Sourced } from './policy.ts';
import { typeMismatch } from './reading.ts';
import type { Reading } from './reading.ts';

/** `Sid`: optional; what it may hold depends on the policy type (IAM-010, KMS-018). */
export function readSid(reading: Reading, statement: JsonObject): Sourced | undefined {
  const value = member(statement, 'Sid')?.value;
  if (value === undefined) return undefined;
  const sid = asSourced(value);
  if (sid === undefined) {
    typeMismatch(reading.problems, value, '`Sid`', 'a text');
  } else if (sid.value === '') {
    reading.problems.add(
      'EMPTY_SID_VALUE',
      'suggestion',
      sid.span,
      'This `Sid` is empty.',
      'Name the statement or remove the element.',
    );
  } else if (RULES_OF[reading.type].strictSids && /[^A-Za-z0-9]/.test(sid.value)) {
    const message = `${quoted(sid.value)} holds other characters than letters and digits.`;
    reading.problems.add(
      'UNSUPPORTED_SID',
      'error',
      sid.span,
      message,
      `In ${RULES_OF[reading.type].inWords} a \`Sid\` takes only A–Z, a–z and 0–9.`,
    );
  }
  return sid;
}

/** Remembers the Sids of one document and reports the second use of one. */
export function sidRegister(reading: Reading): (sid: Sourced) => 'first' | 'repeated' {
  const seen = new Set<string>();
  const required = RULES_OF[reading.type].strictSids;
  return (sid) => {
    if (!seen.has(sid.value)) {
      seen.add(sid.value);
      return 'first';
    }
    const message = `Another statement already has the \`Sid\` ${quoted(sid.value)}.`;
    const help = 'Give each statement its own name.';
    if (required) reading.problems.add('UNIQUE_SIDS_REQUIRED', 'error', sid.span, message, help);
    else reading.problems.add('UNIQUE_SIDS_RECOMMENDED', 'warning', sid.span, message, help);
    return 'repeated';
  };
}
