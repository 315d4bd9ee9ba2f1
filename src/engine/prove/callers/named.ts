import type { PrincipalEntry } from '#engine/policy/policy.ts';
import { accountOf, isAccountId } from '#engine/vocabulary/arn.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import type { World } from '#engine/world/world.ts';
import { allPlans } from '#engine/world/mentionedKeys.ts';
import { isServicePrincipal } from '#engine/request/readCaller.ts';

/** Everything the documents of some worlds tell apart by name: what cells are made from. */
export interface Named {
  readonly accounts: ReadonlySet<string>;
  /** ARNs of users, roles, role sessions and federated users. */
  readonly arns: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  /** Whether SCPs or RCPs are there, so that service-linked roles matter. */
  readonly organizations: boolean;
}

/**
 * Collects the principals that worlds name, in the order in which they are met.
 *
 * @param more principals that the question itself names.
 */
export function namedIn(worlds: readonly World[], more: readonly string[] = []): Named {
  const accounts = new Set<string>();
  const arns = new Set<string>();
  const services = new Set<string>();
  const add = (text: string): void => {
    if (isAccountId(text)) accounts.add(text);
    const identity = readIdentityArn(text);
    if (identity !== undefined) accounts.add(identity.account);
    if (identity !== undefined && identity.kind !== 'root' && identity.kind !== 'group') arns.add(text);
    if (isServicePrincipal(text)) services.add(text);
  };
  for (const world of worlds) {
    for (const key of world.keys) accounts.add(key.account);
    for (const text of textsOf(world)) add(text);
  }
  for (const text of more) add(text);
  const organizations = worlds.some(
    (world) => world.serviceControlPolicies.length + world.resourceControlPolicies.length > 0,
  );
  return { accounts, arns, services, organizations };
}

function textsOf(world: World): readonly string[] {
  const texts: string[] = [];
  for (const { policy } of allPlans(world)) {
    for (const { principal, conditions } of policy.statements) {
      for (const entry of principal?.entries ?? []) texts.push(...textOfEntry(entry));
      for (const clause of conditions) {
        if (!ABOUT_CALLERS.has(clause.key.value.toLowerCase())) continue;
        for (const { value } of clause.values) if (!/[*?$]/.test(value)) texts.push(value);
      }
    }
  }
  for (const key of world.keys) {
    for (const { grant } of key.grants) {
      for (const text of [grant.grantee, grant.granteeService])
        if (text !== undefined) texts.push(text.value);
    }
  }
  texts.push(...world.identities.keys());
  texts.push(...world.accounts.keys());
  return texts.filter((text) => accountOf(text) !== undefined || isServicePrincipal(text));
}

const ABOUT_CALLERS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:principalservicename',
]);

function textOfEntry(entry: PrincipalEntry): readonly string[] {
  return entry.kind === 'AWS' || entry.kind === 'Service' ? [entry.value] : [];
}
