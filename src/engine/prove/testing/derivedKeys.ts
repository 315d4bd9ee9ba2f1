import type { ContextEntry } from '#engine/conditions/context.ts';
import type { Caller } from '#engine/request/caller.ts';

/** The keys of these tests that follow from the caller. */
export const DERIVED = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:principaltype',
]);

/** What they say of a caller. */
export function derivedKeys(caller: Caller): ReadonlyMap<string, ContextEntry> {
  const entries = new Map<string, ContextEntry>();
  const add = (key: string, value: string | undefined) => {
    if (value === undefined) return;
    entries.set(key, {
      key,
      state: 'present',
      values: [value],
      multivalued: false,
      origin: { kind: 'principal' },
    });
  };
  if (caller.kind === 'service' || caller.kind === 'anonymous' || caller.kind === 'anyone') return entries;
  add('aws:principalarn', caller.kind === 'roleSession' ? caller.roleArn : caller.arn);
  add('aws:principalaccount', caller.account);
  add('kms:calleraccount', caller.account);
  const type = {
    root: 'Account',
    user: 'User',
    roleSession: 'AssumedRole',
    federatedUser: 'FederatedUser',
  } as const;
  add('aws:principaltype', type[caller.kind]);
  return entries;
}
