import { readIdentityArn } from '../vocabulary/identityArn.ts';
import { accountOf, rootArn, splitArn } from '../vocabulary/arn.ts';
import { allPlans } from '../world/mentionedKeys.ts';
import type { KeyInWorld, World } from '../world/world.ts';

/** A name the scenario knows, and what it is. */
export interface KnownName {
  readonly value: string;
  readonly meaning: string;
}

/** The key a document belongs to: that of a key policy or grant list, the first one for everything else. */
export function keyOfDocument(world: World, id: string): KeyInWorld | undefined {
  const own = world.keys.find(({ facts }) => facts.policy.id === id || facts.grants?.id === id);
  return own ?? world.keys[0];
}

/** The accounts a scenario speaks of; those of its keys first. */
export function accountsIn(world: World): readonly KnownName[] {
  const found = new Set<string>();
  for (const { account } of world.keys) found.add(account);
  for (const id of world.accounts.keys()) found.add(id);
  for (const { value } of principalTexts(world)) {
    const account = accountOf(value);
    if (account !== undefined) found.add(account);
  }
  found.delete('');
  return [...found].map((value) => ({ value, meaning: accountMeaning(world, value) }));
}

function accountMeaning(world: World, account: string): string {
  const name = world.accounts.get(account)?.name;
  const owner = world.keys.some((key) => key.account === account) ? ', which owns the key' : '';
  return name === undefined ? `An account of this scenario${owner}.` : `Account ${name}${owner}.`;
}

/**
 * Users, roles, sessions and accounts a scenario knows: its identities, then its accounts, then whom its documents name.
 *
 * @param partition that of the key
 */
export function principalsIn(world: World, partition = 'aws'): readonly KnownName[] {
  const found = new Map<string, KnownName>();
  const add = (value: string, meaning: string) => {
    if (!found.has(value)) found.set(value, { value, meaning });
  };
  for (const { arn } of world.scenario.identities) {
    const identity = readIdentityArn(arn);
    if (identity === undefined || identity.kind === 'group') continue;
    add(arn, `${identity.kind === 'user' ? 'User' : 'Role'} of this scenario, account ${identity.account}.`);
  }
  for (const { value, meaning } of accountsIn(world)) add(rootArn(value, partition), meaning);
  for (const { value, meaning } of principalTexts(world))
    if (splitArn(value) !== undefined) add(value, meaning);
  return [...found.values()];
}

/** Whom policies and grants name with an ARN or account. */
function principalTexts(world: World): readonly KnownName[] {
  const statements = allPlans(world).flatMap((plan) => plan.policy.statements);
  const inPolicies = statements.flatMap(({ principal }) =>
    (principal?.entries ?? []).flatMap(({ kind, value }) =>
      kind === 'AWS' && value !== '*' ? [{ value, meaning: 'Named in a policy of this scenario.' }] : [],
    ),
  );
  const inGrants = world.keys
    .flatMap((key) => key.grants)
    .flatMap(({ grant }) => [grant.grantee, grant.retiring])
    .flatMap((text) =>
      text === undefined ? [] : [{ value: text.value, meaning: 'Named in a grant of this scenario.' }],
    );
  return [...inPolicies, ...inGrants];
}

/** The Regions of a scenario's keys; one of AWS's where there is none. */
export function regionsIn(world: World): readonly string[] {
  const regions = new Set(world.keys.map(({ region }) => region).filter((region) => region !== ''));
  return regions.size === 0 ? ['us-east-1'] : [...regions];
}

/** Tags by name, with the values seen. */
export type Tags = ReadonlyMap<string, ReadonlySet<string>>;

/** The tags of a scenario's identities. */
export function identityTags(world: World): Tags {
  return collected(world.scenario.identities.map(({ tags }) => tags ?? {}));
}

/** The tags of a scenario's keys. */
export function keyTags(world: World): Tags {
  return collected(world.keys.map(({ facts }) => facts.tags ?? {}));
}

function collected(all: readonly Readonly<Record<string, string>>[]): Tags {
  const found = new Map<string, Set<string>>();
  for (const [name, value] of all.flatMap((tags) => Object.entries(tags))) {
    found.set(name, (found.get(name) ?? new Set()).add(value));
  }
  return found;
}
