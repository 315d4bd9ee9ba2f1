import type { AccessTable, CellValue, GroupCell } from '#engine/access/table.ts';
import { distinctEvidence } from './evidence.view.ts';
import type { EvidenceNames } from './evidence.view.ts';
import { columnEntries } from './principals.view.ts';
import type { PrincipalEntry } from './principals.view.ts';
import { counted } from '#kit/counted.ts';
import { bareAction, cellSentence, listed, valueOrder, valueWord } from './words.view.ts';

/** A line of the graph: what is true of one principal (or fold) and one action group. */
export interface AccessEdge {
  readonly id: string;
  readonly from: string;
  /** The group node's id. */
  readonly to: string;
  readonly group: string;
  readonly value: Exclude<CellValue, 'none'>;
  readonly cell: GroupCell;
  /** "Account 444455556666, Use. Denied: 1 of 16." */
  readonly name: string;
}

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** A number that stays visible when the detail does not fit. */
  readonly count: string;
  /** The node in full for people who hear it. */
  readonly name: string;
  /** Whether a fold is open; null for everything that does not fold. */
  readonly isOpen: boolean | null;
}

export interface PrincipalNode extends GraphNode {
  readonly kind: 'principal';
  readonly entry: PrincipalEntry;
}

export interface GroupNode extends GraphNode {
  readonly kind: 'group';
  readonly group: string;
  readonly actions: readonly string[];
}

export interface AccessGraph {
  readonly principals: readonly PrincipalNode[];
  readonly groups: readonly GroupNode[];
  readonly edges: readonly AccessEdge[];
}

/** Node ids of groups cannot be mistaken for those of principals. */
export function groupId(group: string): string {
  return `group ${group}`;
}

export function edgeId(principal: string, group: string): string {
  return `${principal} → ${group}`;
}

/** Everything the graph draws, in drawing order. */
export function accessGraph(
  table: AccessTable,
  open: ReadonlySet<string> | 'all',
  names: EvidenceNames,
): AccessGraph {
  const entries = columnEntries(table.principals, open);
  const edges = edgesOf(entries);
  return {
    principals: entries.map((entry) => ({
      kind: 'principal',
      id: entry.id,
      label: entry.label,
      detail: entry.detail,
      count: '',
      name: principalName(entry, names),
      isOpen: entry.isOpen,
      entry,
    })),
    groups: table.groups.map(({ name, actions }) => ({
      kind: 'group',
      id: groupId(name),
      label: name,
      detail: actions.map(bareAction).join(', '),
      count: String(actions.length),
      name: groupName(name, actions, entries),
      isOpen: null,
      group: name,
      actions,
    })),
    edges,
  };
}

/** One edge for every pair about which something is true; an open fold leaves its edges to its members. */
export function edgesOf(entries: readonly PrincipalEntry[]): readonly AccessEdge[] {
  return entries
    .filter((entry) => entry.isOpen !== true)
    .flatMap((entry) =>
      entry.cells.flatMap((cell) => {
        const { group, value } = cell;
        if (value === 'none') return [];
        const name = `${entry.label}, ${group}. ${cellSentence(cell)}`;
        return [
          { id: edgeId(entry.id, group), from: entry.id, to: groupId(group), group, value, cell, name },
        ];
      }),
    );
}

/** "Account 444455556666, partner. Denied: Use, by DenyOutsideOrg." */
export function principalName(entry: PrincipalEntry, names: EvidenceNames): string {
  const title = entry.detail === '' ? `${entry.label}.` : `${entry.label}, ${entry.detail}.`;
  if (entry.isOpen === true) return `${title} Shown one by one below.`;
  const granted = valueOrder
    .filter((value) => value !== 'none')
    .flatMap((value) => valueClause(entry, value, names));
  const silent = entry.cells.filter((cell) => cell.value === 'none').map((cell) => cell.group);
  if (granted.length === 0) return `${title} Nothing allows anything.`;
  const rest = silent.length === 0 ? [] : [`Nothing allows: ${listed(silent)}.`];
  return [title, ...granted, ...rest].join(' ');
}

function valueClause(entry: PrincipalEntry, value: CellValue, names: EvidenceNames): readonly string[] {
  const cells = entry.cells.filter((cell) => cell.value === value);
  if (cells.length === 0) return [];
  const effect = value === 'denied' ? 'Deny' : 'Allow';
  const statements = distinctEvidence(cells.flatMap((cell) => cell.evidence))
    .filter((evidence) => evidence.effect === effect)
    .map((evidence) => names.name(evidence).label);
  const by = statements.length === 0 ? '' : `, by ${listed(statements, 3)}`;
  return [`${valueWord[value]}: ${listed(cells.map((cell) => cell.group))}${by}.`];
}

/** "Use, 16 actions: Decrypt, Encrypt and 14 more. Denied: Anyone else." */
export function groupName(
  group: string,
  actions: readonly string[],
  entries: readonly PrincipalEntry[],
): string {
  const clauses = valueOrder
    .filter((value) => value !== 'none')
    .flatMap((value) => {
      const who = entries.filter(
        (entry) =>
          entry.isOpen !== true && entry.cells.some((cell) => cell.group === group && cell.value === value),
      );
      if (who.length === 0) return [];
      return [
        `${valueWord[value]}: ${listed(
          who.map((entry) => entry.label),
          6,
        )}.`,
      ];
    });
  const title = `${group}, ${counted(actions.length, 'action')}: ${listed(actions.map(bareAction), 4)}.`;
  return [title, ...(clauses.length === 0 ? ['Nothing allows it to anyone.'] : clauses)].join(' ');
}

/** How many characters at the end of a label tell most: its last word or path segment, as far as there is room for it. */
export function labelTail(label: string): number {
  const cut = Math.max(label.lastIndexOf(' '), label.lastIndexOf('/'));
  return Math.min(label.length - cut - 1, 12);
}
