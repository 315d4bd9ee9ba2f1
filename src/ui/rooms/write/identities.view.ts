import type { Scenario, ScenarioIdentity, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Reply } from '#engine/study.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import { policyRow } from './policyRow.ts';
import type { PolicyRow } from './policyRow.ts';
import { counted } from '#kit/counted.ts';

/** An identity as its card shows it. */
export interface IdentityCard {
  readonly arn: string;
  /** `role/OrdersApp`. */
  readonly name: string;
  /** "IAM role in 111122223333, path /service/". */
  readonly kind: string;
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Null where it cannot be in groups. */
  readonly groups: readonly string[] | null;
  readonly policies: readonly PolicyRow[];
  /** Policies that a user has through groups. */
  readonly inherited: readonly InheritedPolicies[];
  readonly boundary: PolicyRow | null;
  /** Whether it can have a permissions boundary: groups cannot. */
  readonly takesBoundary: boolean;
  /** "Unique id, 2 tags": what the closed details hold, or null where they are empty. */
  readonly details: string | null;
}

/** What a user has through one group. */
export interface InheritedPolicies {
  readonly arn: string;
  /** `group/Developers`. */
  readonly group: string;
  /** Null where the scenario does not know the group. */
  readonly policies: readonly PolicyRow[] | null;
}

export function identityCards(scenario: Scenario, study: Reply | null): readonly IdentityCard[] {
  return scenario.identities.map((identity) => identityCard(identity, scenario, study));
}

function identityCard(identity: ScenarioIdentity, scenario: Scenario, study: Reply | null): IdentityCard {
  const { arn, id = '', tags = {}, policies = [], permissionsBoundary: boundary } = identity;
  const known = readIdentityArn(arn);
  return {
    arn,
    name: shortName(arn),
    kind: kindOf(arn),
    id,
    tags,
    groups: known?.kind === 'user' ? (identity.groups ?? []) : (identity.groups ?? null),
    policies: policies.map(({ name, document }) => policyRow(name, document, study)),
    inherited: (identity.groups ?? []).map((group) => inherited(group, scenario, study)),
    boundary: boundary === undefined ? null : policyRow(boundary.name, boundary.document, study),
    takesBoundary: known?.kind !== 'group',
    details: detailsOf(identity),
  };
}

function kindOf(arn: string): string {
  const known = readIdentityArn(arn);
  if (known === undefined) return 'Not an IAM identity';
  const path = 'path' in known && known.path !== '/' ? `, path ${known.path}` : '';
  return `IAM ${known.kind} in ${known.account}${path}`;
}

function inherited(group: string, { identities }: Scenario, study: Reply | null): InheritedPolicies {
  const found = identities.find(({ arn }) => arn === group);
  const policies = found && (found.policies ?? []).map((each) => policyRow(each.name, each.document, study));
  return { arn: group, group: shortName(group), policies: policies ?? null };
}

/** `role/OrdersApp` of an ARN, `assumed-role/OrdersApp/session` of a session's; the text itself where it is no identity's. */
export function shortName(arn: string): string {
  const known = readIdentityArn(arn);
  if (known?.kind === 'session') return `assumed-role/${known.role}/${known.session}`;
  if (known?.kind === 'federatedUser') return `federated-user/${known.name}`;
  return known !== undefined && 'name' in known ? `${known.kind}/${known.name}` : arn;
}

/** The session a request is made with, as a card shows it. */
export interface SessionCard {
  /** `assumed-role/Reader/reports`. */
  readonly name: string;
  readonly policies: readonly PolicyRow[];
}

/** Null where the caller has no session that policies could be passed for. */
export function sessionCard(request: ScenarioRequest, study: Reply | null): SessionCard | null {
  const policies = request.session?.policies ?? [];
  const kind = readIdentityArn(request.principal.trim())?.kind;
  const takesPolicies = kind === 'session' || kind === 'role' || kind === 'federatedUser';
  if (!takesPolicies && policies.length === 0) return null;
  return {
    name: shortName(request.principal.trim()),
    policies: policies.map((document, index) => policyRow(`Session policy ${index + 1}`, document, study)),
  };
}

function detailsOf({ id, tags = {}, groups = [] }: ScenarioIdentity): string | null {
  const tagCount = Object.keys(tags).length;
  const parts = [
    id === undefined || id === '' ? '' : 'unique id',
    tagCount === 0 ? '' : counted(tagCount, 'tag'),
    groups.length === 0 ? '' : counted(groups.length, 'group'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}

const example = 'arn:aws:iam::111122223333:role/OrdersApp';

/** What is wrong with the ARN of a new identity, or null. */
export function identityArnProblem(text: string, present: readonly string[]): string | null {
  const known = readIdentityArn(text);
  if (present.includes(text)) return `${shortName(text)} is here already.`;
  switch (known?.kind) {
    case 'user':
    case 'role':
    case 'group':
      return null;
    case 'root':
      return 'This is the account itself, which has no IAM policies. Add a user, role or group.';
    case 'session':
      return `This is a session. IAM policies belong to its role, role/${known.role}.`;
    case 'federatedUser':
      return 'This is a federated user. IAM policies belong to the IAM user who started the session.';
    case undefined:
      return `An IAM role looks like ${example}; a user has user/, a group group/ in place of role/.`;
  }
}

/** What is wrong with a group ARN of a user, or null. */
export function groupArnProblem(text: string): string | null {
  if (text === '' || readIdentityArn(text)?.kind === 'group') return null;
  return 'A group looks like arn:aws:iam::111122223333:group/Developers.';
}

/** What is wrong with the name of a policy, or null. IAM allows letters, digits and + = , . @ _ - in it. */
export function policyNameProblem(name: string, present: readonly string[]): string | null {
  if (name === '') return 'A policy needs a name.';
  if (present.includes(name)) return `There is a policy named ${name} already.`;
  if (name.length > 128) return 'A policy name has at most 128 characters.';
  if (!/^[\w+=,.@-]+$/.test(name)) return 'A policy name has letters, digits and + = , . @ _ - only.';
  return null;
}

/** A first name for a new policy that no other has. */
export function newPolicyName(present: readonly string[]): string {
  let number = 1;
  while (present.includes(nameOf(number))) number += 1;
  return nameOf(number);
}

function nameOf(number: number): string {
  return number === 1 ? 'UseKey' : `UseKey${number}`;
}
