import type { AccessPrincipal, ActionCell, CellValue, GroupCell } from '#engine/access/table.ts';
import { distinctEvidence } from './evidence.view.ts';
import { counted } from '#kit/counted.ts';
import { valueOrder } from './words.view.ts';

/** More principals than this and the graph folds them by account. */
export const foldAbove = 40;
/** More principals than this and See opens as a table. */
export const drawAtMost = 200;

/** One node of the graph's left column: a principal, or several of one account folded into one. */
export interface PrincipalEntry {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly cells: readonly GroupCell[];
  /** One for a principal, more for a fold. */
  readonly members: readonly AccessPrincipal[];
  /** Null for a principal; for a fold whether its members are shown below it. */
  readonly isOpen: boolean | null;
}

const kindRank: Readonly<Record<AccessPrincipal['kind'], number>> = {
  account: 0,
  user: 1,
  role: 1,
  session: 1,
  federatedUser: 1,
  service: 2,
  anyone: 3,
};

/**
 * Accounts first, then users, roles and sessions account by account, services, `Anyone else` last; otherwise the table's
 * own order, so that an edit elsewhere moves nobody.
 */
export function graphOrder(principals: readonly AccessPrincipal[]): readonly AccessPrincipal[] {
  const accounts = accountRanks(principals);
  return principals.toSorted(
    (left, right) =>
      kindRank[left.kind] - kindRank[right.kind] ||
      accountRank(accounts, left) - accountRank(accounts, right),
  );
}

/** Account by account, the account itself heading its users and roles; services and `Anyone else` last. */
export function accountOrder(principals: readonly AccessPrincipal[]): readonly AccessPrincipal[] {
  const accounts = accountRanks(principals);
  const section = (principal: AccessPrincipal) => Math.max(0, kindRank[principal.kind] - 1);
  return principals.toSorted(
    (left, right) =>
      section(left) - section(right) ||
      accountRank(accounts, left) - accountRank(accounts, right) ||
      kindRank[left.kind] - kindRank[right.kind],
  );
}

/**
 * The left column. Above `foldAbove` principals, accounts (and services) with several members become one entry each;
 * `open` holds the ids of the folds that show their members, `all` folds nothing.
 */
export function columnEntries(
  principals: readonly AccessPrincipal[],
  open: ReadonlySet<string> | 'all',
): readonly PrincipalEntry[] {
  const ordered = graphOrder(principals);
  if (open === 'all' || ordered.length <= foldAbove) return ordered.map(single);
  const folds = grouped(ordered, foldKey);
  const done = new Set<string>();
  return ordered.flatMap((principal) => {
    const key = foldKey(principal);
    const members = folds.get(key) ?? [];
    if (key === null || members.length < 2) return [single(principal)];
    if (done.has(key)) return [];
    done.add(key);
    const head = fold(key, members, open);
    return head.isOpen ? [head, ...members.map(single)] : [head];
  });
}

function single(principal: AccessPrincipal): PrincipalEntry {
  const { id, label, detail, cells } = principal;
  return { id, label, detail, cells, members: [principal], isOpen: null };
}

function fold(key: string, members: readonly AccessPrincipal[], open: ReadonlySet<string>): PrincipalEntry {
  const id = foldId(key);
  const label = key === serviceFold ? 'Services' : `Account ${key}`;
  return {
    id,
    label,
    detail: counted(members.length, 'principal'),
    cells: mergedCells(members),
    members,
    isOpen: open.has(id),
  };
}

/** A fold's id cannot be mistaken for its account's own. */
export function foldId(key: string): string {
  return `fold ${key}`;
}

const serviceFold = 'services';

function foldKey(principal: AccessPrincipal): string | null {
  if (principal.kind === 'anyone') return null;
  return principal.kind === 'service' ? serviceFold : principal.account;
}

/** Group by group what is true of at least one member: the strongest value of each action. */
function mergedCells(members: readonly AccessPrincipal[]): readonly GroupCell[] {
  const first = members[0]?.cells ?? [];
  return first.map(({ group }) => {
    const cells = members.flatMap((member) => member.cells.filter((cell) => cell.group === group));
    const byAction = grouped(
      cells.flatMap((cell) => cell.actions),
      (cell) => cell.action,
    );
    const actions = [...byAction.values()].map(strongestAction);
    const count = (value: CellValue) => actions.filter((action) => action.value === value).length;
    return {
      group,
      value: strongest(cells.map((cell) => cell.value)),
      counts: {
        allowed: count('allowed'),
        depends: count('depends'),
        denied: count('denied'),
        none: count('none'),
      },
      evidence: distinctEvidence(cells.flatMap((cell) => cell.evidence)),
      actions,
    };
  });
}

function strongestAction(cells: readonly ActionCell[]): ActionCell {
  const value = strongest(cells.map((cell) => cell.value));
  const cell = cells.find((other) => other.value === value);
  if (cell === undefined) throw new Error('An action is merged from at least one cell.');
  return cell;
}

function strongest(values: readonly CellValue[]): CellValue {
  return valueOrder.find((value) => values.includes(value)) ?? 'none';
}

function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function accountRanks(principals: readonly AccessPrincipal[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { account } of principals) {
    if (account !== null && !ranks.has(account)) ranks.set(account, ranks.size);
  }
  return ranks;
}

function accountRank(ranks: ReadonlyMap<string, number>, principal: AccessPrincipal): number {
  return principal.account === null ? ranks.size : (ranks.get(principal.account) ?? ranks.size);
}
