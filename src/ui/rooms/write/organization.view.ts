import type { AccountFacts, OrganizationPolicy, Scenario } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { isAccountId } from '#engine/vocabulary/arn.ts';

/** An organization with the accounts of the scenario that are in it; id null where an account does not say its organization. */
export interface OrganizationPicture {
  readonly id: string | null;
  readonly levels: readonly Level[];
  /** How many further levels are not drawn: no organization has that many on a page. */
  readonly more: number;
}

const MOST_LEVELS = 200;

/** A root, OU or account, in the order of a tree. */
export interface Level {
  /** Unique in the picture. */
  readonly key: string;
  readonly id: string;
  readonly depth: number;
  /** For each column of the tree left of it: whether a line goes on to a later level there. The last one is its own. At most six. */
  readonly lines: readonly boolean[];
  readonly kind: LevelKind;
  /** The account's facts, where it is one. */
  readonly account: AccountFacts | null;
  readonly policies: readonly AttachedPolicy[];
  /** SCPs are in force on the way of an account and none stands here, so nothing is allowed at this level or below. */
  readonly isGap: boolean;
}

export type LevelKind = 'root' | 'organizational unit' | 'account' | 'target';

export interface AttachedPolicy {
  readonly id: TextId;
  readonly name: string;
  readonly type: OrganizationPolicy['type'];
}

/** "SCP" and "RCP", as AWS shortens them. */
export const shortType: Readonly<Record<OrganizationPolicy['type'], string>> = {
  SERVICE_CONTROL_POLICY: 'SCP',
  RESOURCE_CONTROL_POLICY: 'RCP',
};

/** What the ids of organizations begin with says what they name. */
export function levelKind(id: string): LevelKind {
  if (isAccountId(id)) return 'account';
  if (id.startsWith('ou-')) return 'organizational unit';
  return id.startsWith('r-') ? 'root' : 'target';
}

interface Branch {
  readonly key: string;
  readonly id: string;
  readonly depth: number;
  readonly account: AccountFacts | null;
  readonly below: Map<string, Branch>;
}

/** The accounts of the scenario under the roots and OUs they say they are in, an organization each. */
export function organizationPictures(scenario: Scenario): readonly OrganizationPicture[] {
  const gaps = gapTargets(scenario);
  const organizations = new Set(scenario.accounts.map((account) => account.organization ?? null));
  return [...organizations].map((id) => {
    const accounts = scenario.accounts.filter((account) => (account.organization ?? null) === id);
    const rows = inOrder(treeOf(accounts));
    const levels = rows.slice(0, MOST_LEVELS).map((row) => levelOf(row, scenario, gaps));
    return { id, levels, more: rows.length - levels.length };
  });
}

function treeOf(accounts: readonly AccountFacts[]): Branch {
  const top: Branch = { key: '', id: '', depth: -1, account: null, below: new Map() };
  // The same OU on two ways is two branches, told apart by a number.
  const seen = new Map<string, number>();
  const branchIn = (parent: Branch, id: string, account: AccountFacts | null): Branch => {
    const known = parent.below.get(id);
    if (known !== undefined) return known;
    const number = seen.get(id) ?? 0;
    seen.set(id, number + 1);
    const branch = { key: `${id} ${number}`, id, depth: parent.depth + 1, account, below: new Map() };
    parent.below.set(id, branch);
    return branch;
  };
  for (const account of accounts) {
    let parent = top;
    for (const id of account.path ?? []) parent = branchIn(parent, id, null);
    branchIn(parent, account.id, account);
  }
  return top;
}

/** A branch with the lines that lead to it. */
interface Row {
  readonly branch: Branch;
  readonly lines: readonly boolean[];
}

/** Deeper levels stay in the same column: there is no room for more. */
export const DEEPEST = 6;

/** Parents before children, without recursion: a path may be as long as its author likes. */
function inOrder(top: Branch): readonly Row[] {
  const found: Row[] = [];
  const waiting = rowsBelow({ branch: top, lines: [] });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...rowsBelow(next));
  }
  return found;
}

/** What is below a branch, the last first. Top levels have no lines between them. */
function rowsBelow({ branch, lines }: Row): Row[] {
  const below = [...branch.below.values()];
  return below.toReversed().map((child, at) => {
    const own = branch.depth < 0 ? [] : [...lines, at > 0];
    return { branch: child, lines: own.slice(0, DEEPEST) };
  });
}

function levelOf({ branch, lines }: Row, scenario: Scenario, gaps: ReadonlySet<string>): Level {
  const { key, id, depth, account } = branch;
  return {
    key,
    id,
    depth,
    lines,
    kind: levelKind(id),
    account,
    policies: attachedTo(scenario, id),
    isGap: gaps.has(id),
  };
}

function attachedTo({ organizationPolicies }: Scenario, target: string): readonly AttachedPolicy[] {
  return organizationPolicies
    .filter(({ targets }) => targets.includes(target))
    .map(({ name, type, document }) => ({ id: document.id, name, type }));
}

/** The levels without an SCP on the way of accounts that have one somewhere on it (IAM-123). */
function gapTargets(scenario: Scenario): ReadonlySet<string> {
  const covered = new Set(
    scenario.organizationPolicies
      .filter(({ type }) => type === 'SERVICE_CONTROL_POLICY')
      .flatMap(({ targets }) => targets),
  );
  const ways = scenario.accounts
    .filter((account) => account.managementAccount !== true)
    .map((account) => [...(account.path ?? []), account.id])
    .filter((way) => way.some((target) => covered.has(target)));
  return new Set(ways.flat().filter((target) => !covered.has(target)));
}

/** Targets of policies that no account of the scenario is under, with the policies attached to them. */
export function attachedElsewhere(
  scenario: Scenario,
): readonly { readonly target: string; readonly policies: readonly AttachedPolicy[] }[] {
  const known = new Set(scenario.accounts.flatMap((account) => [...(account.path ?? []), account.id]));
  const others = scenario.organizationPolicies.flatMap(({ targets }) => targets);
  return [...new Set(others.filter((target) => !known.has(target)))].map((target) => ({
    target,
    policies: attachedTo(scenario, target),
  }));
}

/** "attached to r-ab12, 111122223333": where a policy is, in a few words. */
export function targetWords(targets: readonly string[]): string {
  if (targets.length === 0) return 'attached nowhere';
  const more = targets.length > 2 ? ` and ${targets.length - 2} more` : '';
  return `attached to ${targets.slice(0, 2).join(', ')}${more}`;
}

/** The accounts of keys, identities and the caller that the scenario says nothing about yet. */
export function unknownAccounts(
  { accounts, keys, identities }: Scenario,
  principal: string,
): readonly string[] {
  const named = [...keys.map(({ arn }) => arn), ...identities.map(({ arn }) => arn), principal];
  const known = new Set(accounts.map(({ id }) => id));
  const ids = named.flatMap((arn) => arn.split(':')[4] ?? []).filter(isAccountId);
  return [...new Set(ids)].filter((id) => !known.has(id));
}

/** What is wrong with the id of an account among others, or null. */
export function accountIdProblem(id: string, others: readonly string[]): string | null {
  if (others.includes(id)) return `Account ${id} is here already.`;
  return isAccountId(id) ? null : 'An account id has 12 digits, such as 111122223333.';
}

/** What is wrong with the id of an organization, or null. */
export function organizationIdProblem(id: string): string | null {
  if (id === '' || /^o-[a-z0-9]{10,32}$/.test(id)) return null;
  return 'An organization id is o- and 10 to 32 small letters and digits, such as o-a1b2c3d4e5.';
}

/** What is wrong with a step of a path from the root down, or null. */
export function pathStepProblem(id: string, path: readonly string[], at: number): string | null {
  if (id === '') return null;
  if (at === 0) return /^r-[0-9a-z]{4,32}$/.test(id) ? null : 'A path begins with the root, such as r-ab12.';
  const unit = /^ou-([0-9a-z]{4,32})-[a-z0-9]{8,32}$/.exec(id);
  if (unit === null) return 'Below the root come OUs, such as ou-ab12-11111111.';
  const root = path[0] ?? '';
  return `r-${unit[1] ?? ''}` === root ? null : `This OU is under the root r-${unit[1] ?? ''}, not ${root}.`;
}

/** What is wrong with a target of a policy, or null. */
export function targetProblem(id: string, present: readonly string[]): string | null {
  if (present.includes(id)) return `${id} is in the list already.`;
  const isOne =
    isAccountId(id) || /^r-[0-9a-z]{4,32}$/.test(id) || /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/.test(id);
  return isOne ? null : 'A target is a root (r-ab12), an OU (ou-ab12-11111111) or an account (12 digits).';
}

/** What is wrong with the name of an organization policy, or null. */
export function organizationNameProblem(name: string, present: readonly string[]): string | null {
  if (name === '') return 'A policy needs a name.';
  if (present.includes(name)) return `There is a policy named ${name} already.`;
  return name.length > 128 ? 'A policy name has at most 128 characters.' : null;
}
