import type { AccountFacts, OrganizationPolicy, Scenario } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import type { TextId } from '#engine/source/span.ts';
import { FULL_AWS_ACCESS } from './policyTexts.ts';
import { freeName, textIdIn } from './textIdIn.ts';
import { withFields, withItem, type FieldChange } from './withFields.ts';

/** Name of the service control policy that AWS attaches everywhere. */
export const FULL_ACCESS_NAME = 'FullAWSAccess';

export type OrganizationPolicyType = OrganizationPolicy['type'];

/** Adds an account, or what is newly known about one that is there. */
export function withAccount(scenario: Scenario, facts: AccountFacts): Scenario {
  if (scenario.accounts.every(({ id }) => id !== facts.id))
    return { ...scenario, accounts: [...scenario.accounts, facts] };
  return withAccountChanged(scenario, facts.id, facts);
}

/** Changes the facts of an account; policies attached to it follow a new id. An id that another account has is not taken. */
export function withAccountChanged(
  scenario: Scenario,
  id: string,
  change: FieldChange<AccountFacts>,
): Scenario {
  const { id: wanted = id, ...facts } = change;
  const isTaken = wanted !== id && scenario.accounts.some((account) => account.id === wanted);
  const next = isTaken ? id : wanted;
  return {
    ...scenario,
    accounts: withItem(
      scenario.accounts,
      (account) => account.id === id,
      (account) => withFields({ ...account, id: next }, facts),
    ),
    organizationPolicies: next === id ? scenario.organizationPolicies : retargeted(scenario, id, next),
  };
}

function retargeted({ organizationPolicies }: Scenario, from: string, to: string) {
  return organizationPolicies.map((policy) =>
    policy.targets.includes(from)
      ? { ...policy, targets: policy.targets.map((target) => (target === from ? to : target)) }
      : policy,
  );
}

export function withoutAccount(scenario: Scenario, id: string): Scenario {
  return { ...scenario, accounts: scenario.accounts.filter((account) => account.id !== id) };
}

/** The roots, OUs and accounts that accounts of the scenario are on the way to, each once, from the top down. */
export function knownTargets(scenario: Scenario): readonly string[] {
  return [
    ...new Set([
      ...scenario.accounts.flatMap((account) => account.path ?? []),
      ...scenario.accounts.map((account) => account.id),
    ]),
  ];
}

/** Where a new policy bears on an account with everything beside it: the root of its organization, or the account itself. */
export function usualTarget(scenario: Scenario, account: string): string {
  return scenario.accounts.find(({ id }) => id === account)?.path?.[0] ?? account;
}

/** A policy before it has its place. */
export interface NewOrganizationPolicy {
  readonly type: OrganizationPolicyType;
  readonly name: string;
  readonly targets: readonly string[];
  readonly text: string;
}

/**
 * Attaches an organization policy; a name that is taken gets a number. The first service control policy turns SCPs on, and
 * AWS then attaches FullAWSAccess everywhere: so does this (IAM-123).
 */
export function withOrganizationPolicy(
  scenario: Scenario,
  { type, name, targets, text }: NewOrganizationPolicy,
): { readonly scenario: Scenario; readonly id: TextId; readonly turnedOn: boolean } {
  const isFirst = type === 'SERVICE_CONTROL_POLICY' && !hasScps(scenario) && name !== FULL_ACCESS_NAME;
  const before = isFirst ? withFullAccess(scenario, [...knownTargets(scenario), ...targets]) : scenario;
  const same = before.organizationPolicies.filter((policy) => policy.type === type);
  const free = freeName(name, new Set(same.map((policy) => policy.name)));
  const id = textIdIn(before, textIds.organizationPolicy(type, free));
  const policy = { type, name: free, targets, document: { id, text } };
  return {
    id,
    turnedOn: isFirst,
    scenario: { ...before, organizationPolicies: [...before.organizationPolicies, policy] },
  };
}

function hasScps({ organizationPolicies }: Scenario): boolean {
  return organizationPolicies.some(({ type }) => type === 'SERVICE_CONTROL_POLICY');
}

/** Attaches FullAWSAccess to some targets more, adding the policy where there is none. */
export function withFullAccess(scenario: Scenario, targets: readonly string[]): Scenario {
  const isFullAccess = ({ type, name }: OrganizationPolicy) =>
    type === 'SERVICE_CONTROL_POLICY' && name === FULL_ACCESS_NAME;
  const present = scenario.organizationPolicies.find(isFullAccess);
  if (present === undefined) {
    const type = 'SERVICE_CONTROL_POLICY';
    const added = { type, name: FULL_ACCESS_NAME, targets: [...new Set(targets)], text: FULL_AWS_ACCESS };
    return withOrganizationPolicy(scenario, { ...added, type }).scenario;
  }
  return withOrganizationPolicyChanged(scenario, present.document.id, {
    targets: [...new Set([...present.targets, ...targets])],
  });
}

/** Changes what a policy is called, where it is attached, or which kind it is. Its text keeps its id, and so its place in the editor. */
export function withOrganizationPolicyChanged(
  scenario: Scenario,
  id: TextId,
  change: Partial<Pick<OrganizationPolicy, 'type' | 'name' | 'targets'>>,
): Scenario {
  const organizationPolicies = withItem(
    scenario.organizationPolicies,
    (policy) => policy.document.id === id,
    (policy) => ({ ...policy, ...change }),
  );
  return { ...scenario, organizationPolicies };
}

export function withoutOrganizationPolicy(scenario: Scenario, id: TextId): Scenario {
  const organizationPolicies = scenario.organizationPolicies.filter((policy) => policy.document.id !== id);
  return { ...scenario, organizationPolicies };
}
