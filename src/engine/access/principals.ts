import { type EntryPlan } from '../authorize/principalMatch.ts';
import type { Caller } from '../request/caller.ts';
import { readCaller } from '../request/readCaller.ts';
import type { SourceSpan } from '../source/span.ts';
import { type IdentityArn, readIdentityArn } from '../vocabulary/identityArn.ts';
import type { KeyInWorld, World } from '../world/world.ts';
import type { AccessPrincipal } from './table.ts';

/** A row of the table before its cells are worked out. */
export interface AccessRow {
  readonly id: string;
  readonly kind: AccessPrincipal['kind'];
  readonly label: string;
  readonly detail: string;
  readonly account: string | null;
  readonly ask: string | null;
  readonly caller: Caller;
  readonly spans: SourceSpan[];
}

/**
 * Everyone the documents name who could use the key: principals of the key policy, grantees, the scenario's users and roles,
 * for each account named "anyone in it", and at last anyone else. In display order, each once, with the places that name it.
 */
export function accessRows(world: World, key: KeyInWorld): readonly AccessRow[] {
  const rows = new Map<string, AccessRow>();
  const add = (row: AccessRow | undefined, span?: SourceSpan): void => {
    if (row === undefined) return;
    const known = rows.get(row.id) ?? row;
    if (span !== undefined) known.spans.push(span);
    rows.set(row.id, known);
  };
  add(accountRow(key.account, world));
  for (const statement of key.policy?.statements ?? []) {
    for (const { entry, plan } of statement.principal?.entries ?? []) add(entryRow(plan, world), entry.span);
  }
  for (const { grant, grantee } of key.grants)
    if (grantee !== undefined) add(entryRow(grantee, world), grant.span);
  for (const identity of world.scenario.identities) add(identityRow(identity.arn, world));
  add({
    id: 'anyone',
    kind: 'anyone',
    label: 'Anyone else',
    detail: 'every other AWS principal',
    account: null,
    ask: null,
    caller: { kind: 'anyone', account: undefined },
    spans: [],
  });
  return [...rows.values()].toSorted((left, right) => place(left, key) - place(right, key));
}

const kindOrder: readonly AccessPrincipal['kind'][] = [
  'account',
  'role',
  'session',
  'user',
  'federatedUser',
  'service',
  'anyone',
];

/** Kinds in order, and within a kind the key's own account first; the rest keeps the order of the documents. */
function place(row: AccessRow, key: KeyInWorld): number {
  const named =
    row.kind === 'role' || row.kind === 'session' || row.kind === 'user' || row.kind === 'federatedUser';
  const kind = named ? 1 : kindOrder.indexOf(row.kind);
  return kind * 10 + (row.account === key.account || row.account === null ? 0 : 1);
}

function entryRow(plan: EntryPlan, world: World): AccessRow | undefined {
  switch (plan.kind) {
    case 'account':
      return accountRow(plan.account, world);
    case 'identity':
      return identityRow(plan.arn, world);
    case 'service':
      return {
        id: plan.name,
        kind: 'service',
        label: plan.name,
        detail: 'AWS service',
        account: null,
        ask: plan.name,
        caller: { kind: 'service', name: plan.name },
        spans: [],
      };
    default:
      // `*` is what "Anyone else" is about; unique ids and unusable entries name nobody who can be asked about.
      return undefined;
  }
}

function accountRow(account: string, world: World): AccessRow {
  const name = world.accounts.get(account)?.name;
  return {
    id: `account:${account}`,
    kind: 'account',
    label: `Account ${account}`,
    detail: name === undefined ? 'any other principal' : `${name}: any other principal`,
    account,
    ask: null,
    caller: { kind: 'anyone', account },
    spans: [],
  };
}

function identityRow(arn: string, world: World): AccessRow | undefined {
  const identity = readIdentityArn(arn);
  const caller = readCaller({ principal: arn, action: '' }, world.scenario.identities);
  if (identity === undefined || 'problem' in caller || identity.kind === 'root' || identity.kind === 'group')
    return undefined;
  return {
    id: arn,
    kind: identity.kind,
    label: labelOf(identity),
    detail: identity.account,
    account: identity.account,
    ask: identity.kind === 'role' ? sessionOf(arn, identity) : arn,
    caller,
    spans: [],
  };
}

function labelOf(identity: Exclude<IdentityArn, { kind: 'root' }>): string {
  if (identity.kind === 'session') return `${identity.role}/${identity.session}`;
  return identity.kind === 'federatedUser'
    ? `federated-user/${identity.name}`
    : `${identity.kind}/${identity.name}`;
}

/** A role makes no requests itself; any session of it stands for it. */
function sessionOf(roleArn: string, role: Extract<IdentityArn, { kind: 'role' }>): string {
  return `${roleArn.slice(0, roleArn.indexOf(':iam:'))}:sts::${role.account}:assumed-role/${role.name}/session`;
}
