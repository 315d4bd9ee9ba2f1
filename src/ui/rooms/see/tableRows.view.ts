import type { AccessPrincipal, AccessTable, ActionCell, GroupCell } from '#engine/access/table.ts';
import { accountOrder } from './principals.view.ts';
import { bareAction, valueOrder } from './words.view.ts';

/** `principal`: account by account. A group's name: strongest access to that group first. */
export interface TableSort {
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
}

export const bySubject = 'principal';
export const firstSort: TableSort = { by: bySubject, direction: 'ascending' };

export interface TableRow {
  readonly principal: AccessPrincipal;
  /** A heading above this row: the account its section is about, where the account itself is not a row. */
  readonly heading: string | null;
  /** Stands under its account's row. */
  readonly isMember: boolean;
  /** The first of a section. */
  readonly startsSection: boolean;
}

/** The rows of the table: filtered by what the principal is called, grouped by account, or sorted by a group's value. */
export function tableRows(table: AccessTable, who: string, sort: TableSort): readonly TableRow[] {
  const found = table.principals.filter((principal) => isCalled(principal, who));
  if (sort.by !== bySubject) return sortedByGroup(found, sort).map(flat);
  const ordered = accountOrder(found);
  return (sort.direction === 'ascending' ? sections(ordered) : sections(ordered).toReversed()).flat();
}

/** Whether every word of the filter occurs in the principal's label, detail, account or ARN. */
export function isCalled(principal: AccessPrincipal, who: string): boolean {
  const text = [principal.label, principal.detail, principal.account ?? '', principal.ask ?? '']
    .join(' ')
    .toLowerCase();
  return who
    .toLowerCase()
    .split(' ')
    .every((word) => text.includes(word));
}

/** The next sort when a column's head is pressed: the natural direction first, then the other, then the natural one again. */
export function nextSort(current: TableSort, by: string): TableSort {
  if (current.by !== by) return { by, direction: by === bySubject ? 'ascending' : 'descending' };
  return { by, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

export function sortWords(by: string): string {
  return by === bySubject ? 'By principal' : `By ${by}`;
}

/** The action meant by a text: with or without `kms:`, in any case. */
export function actionNamed(table: AccessTable, text: string): string | null {
  const wanted = bareAction(text.trim().toLowerCase());
  if (wanted === '') return null;
  return (
    table.groups
      .flatMap((group) => group.actions)
      .find((action) => bareAction(action).toLowerCase() === wanted) ?? null
  );
}

export interface ActionRow {
  readonly principal: AccessPrincipal;
  readonly group: string;
  readonly cell: ActionCell;
}

/** "Who can decrypt": every principal with its value for one action, the strongest first. */
export function actionRows(table: AccessTable, who: string, action: string): readonly ActionRow[] {
  const rows = accountOrder(table.principals)
    .filter((principal) => isCalled(principal, who))
    .flatMap((principal) =>
      principal.cells.flatMap((group) =>
        group.actions
          .filter((cell) => cell.action === action)
          .map((cell) => ({ principal, group: group.group, cell })),
      ),
    );
  return rows.toSorted((left, right) => rank(left.cell) - rank(right.cell));
}

function rank(cell: { readonly value: GroupCell['value'] }): number {
  return valueOrder.indexOf(cell.value);
}

function sections(ordered: readonly AccessPrincipal[]): readonly (readonly TableRow[])[] {
  const result: TableRow[][] = [];
  let section: string | null = null;
  for (const principal of ordered) {
    const own = sectionOf(principal);
    const isFirst = own !== section;
    section = own;
    if (isFirst) result.push([]);
    const head = result.at(-1)?.[0]?.principal ?? principal;
    const isHeaded = head.kind === 'account';
    result.at(-1)?.push({
      principal,
      heading: isFirst && !isHeaded && principal.account !== null ? `Account ${principal.account}` : null,
      isMember: principal.account !== null && principal.kind !== 'account',
      startsSection: isFirst,
    });
  }
  return result;
}

/** Services share a section, and so does every account with its own. */
function sectionOf(principal: AccessPrincipal): string {
  if (principal.kind === 'service' || principal.kind === 'anyone') return principal.kind;
  return principal.account ?? principal.id;
}

function flat(principal: AccessPrincipal): TableRow {
  return { principal, heading: null, isMember: false, startsSection: false };
}

function sortedByGroup(
  principals: readonly AccessPrincipal[],
  { by, direction }: TableSort,
): readonly AccessPrincipal[] {
  const sign = direction === 'descending' ? 1 : -1;
  const cellOf = (principal: AccessPrincipal) => principal.cells.find((cell) => cell.group === by);
  return accountOrder(principals).toSorted((left, right) => sign * compare(cellOf(left), cellOf(right)));
}

/** Strongest first, and among equals the one with more actions. */
function compare(left: GroupCell | undefined, right: GroupCell | undefined): number {
  if (left === undefined || right === undefined) return (left ? 0 : 1) - (right ? 0 : 1);
  return rank(left) - rank(right) || right.counts[right.value] - left.counts[left.value];
}
