import type { NamedPolicy, Scenario, ScenarioIdentity } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import type { Reply } from '#engine/study.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import { countErrors, counted } from './write.view.ts';

/** An identity as its card shows it. */
export interface IdentityCard {
  readonly arn: string;
  /** `role/OrdersApp`. */
  readonly name: string;
  /** "IAM role in 111122223333". */
  readonly kind: string;
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Null where it cannot be in groups. */
  readonly groups: readonly string[] | null;
  readonly policies: readonly PolicyRow[];
  readonly boundary: PolicyRow | null;
  /** "Unique id, 2 tags": what the closed details hold, or null where they are empty. */
  readonly details: string | null;
}

export interface PolicyRow {
  readonly id: TextId;
  readonly name: string;
  /** Removing it loses something. */
  readonly hasText: boolean;
  /** "1 error", or null. */
  readonly problem: string | null;
  /** "3 statements", or null while it is not known. */
  readonly summary: string | null;
}

export function identityCards(scenario: Scenario, study: Reply | null): readonly IdentityCard[] {
  return scenario.identities.map((identity) => identityCard(identity, study));
}

function identityCard(identity: ScenarioIdentity, study: Reply | null): IdentityCard {
  const { arn, id = '', tags = {}, policies = [], permissionsBoundary: boundary } = identity;
  const known = readIdentityArn(arn);
  return {
    arn,
    name: shortName(arn),
    kind: known === undefined ? 'Not an IAM identity' : `IAM ${known.kind} in ${known.account}`,
    id,
    tags,
    groups: known?.kind === 'user' ? (identity.groups ?? []) : (identity.groups ?? null),
    policies: policies.map((policy) => policyRow(policy, study)),
    boundary: boundary === undefined ? null : policyRow(boundary, study),
    details: detailsOf(identity),
  };
}

/** `role/OrdersApp` of an ARN; the text itself where it is no identity's. */
export function shortName(arn: string): string {
  const known = readIdentityArn(arn);
  return known !== undefined && 'name' in known ? `${known.kind}/${known.name}` : arn;
}

function policyRow({ name, document }: NamedPolicy, study: Reply | null): PolicyRow {
  const report = study?.documents.find((each) => each.id === document.id);
  const errors = countErrors(report?.diagnostics ?? []);
  const statements = report?.usable === true ? counted(report.statements.length, 'statement') : null;
  return {
    id: document.id,
    name,
    hasText: saysSomething(document.text),
    problem: errors === 0 ? null : counted(errors, 'error'),
    summary: statements,
  };
}

/** Whether a policy text holds more than the frame a new one starts with. */
function saysSomething(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  return bare !== '' && bare !== '{"Version":"2012-10-17","Statement":[]}';
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
