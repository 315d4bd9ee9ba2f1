import type { PrincipalEntry } from '#engine/policy/policy.ts';
import type { Caller } from '#engine/request/caller.ts';

/** Letter by letter, every split of a run tried: slow and plain. */
export function fits(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*'))
    return fits(pattern.slice(1), text) || (text !== '' && fits(pattern, text.slice(1)));
  return (
    text !== '' &&
    pattern.charAt(0).toLowerCase() === text.charAt(0).toLowerCase() &&
    fits(pattern.slice(1), text.slice(1))
  );
}

/** Whether an entry names a caller by itself or as everyone, by its account, or not at all. */
export function naming({ kind, value }: PrincipalEntry, caller: Caller): 'self' | 'account' | undefined {
  if (kind === '*') return 'self';
  if (kind === 'Service') return caller.kind === 'service' && caller.name === value ? 'self' : undefined;
  if (caller.kind === 'service' || caller.kind === 'anonymous' || caller.kind === 'anyone') return undefined;
  if (value === '*') return 'self';
  if (value === caller.account || value === `arn:aws:iam::${caller.account}:root`) return 'account';
  return namesOf(caller).includes(value) ? 'self' : undefined;
}

function namesOf(caller: Exclude<Caller, { kind: 'service' | 'anonymous' | 'anyone' }>): readonly string[] {
  if (caller.kind === 'root') return [];
  return caller.kind === 'roleSession' ? [caller.arn, caller.roleArn] : [caller.arn];
}
