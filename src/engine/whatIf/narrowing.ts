import type { Check } from '../authorize/check.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code, list } from '../explain/words.ts';
import type { PlainValue } from '../source/plainValue.ts';

/** Conditions that keep a new statement to requests like this one. */
export interface Narrowing {
  /** A Condition element; undefined where the request has nothing to narrow by. */
  readonly condition: PlainValue | undefined;
  /** What it says, to follow "allows … to …". */
  readonly words: Phrase;
}

const always: ReadonlySet<string> = new Set(['kms:viaservice']);
const ofServices: ReadonlySet<string> = new Set(['aws:sourcearn', 'aws:sourceaccount']);

/** Encryption context, the service the call is made through, and for a service the resource it calls for. */
export function narrowing(check: Check): Narrowing {
  const entries = [...check.keyPolicyContext.entries]
    .filter(([key, { state }]) => state === 'present' && isNarrow(key, check))
    .map(([, entry]) => ({ key: entry.key, value: entry.values[0] ?? '' }))
    .filter(({ value }) => value !== '' && !value.includes('${'));
  if (entries.length === 0) return { condition: undefined, words: [] };
  const clauses = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
  const names = entries.map(({ key }) => code(key));
  return {
    condition: { StringEquals: clauses },
    words: [', only with the ', ...list(names, 4), ' of this request'],
  };
}

function isNarrow(key: string, check: Check): boolean {
  if (key.startsWith('kms:encryptioncontext:') || always.has(key)) return true;
  return check.caller.kind === 'service' && ofServices.has(key);
}
