import type { GroupCell } from '#engine/access/table.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { NamedEvidence } from './evidence.view.ts';
import { distinctEvidence } from './evidence.view.ts';
import type { AccessGraph } from './graph.view.ts';
import type { Pointed } from './highlight.view.ts';
import type { PrincipalEntry } from './principals.view.ts';

/** What the focus is called and where it points when something of this room is pointed at. */
export interface PointedAt {
  readonly at: Pointed | null;
  readonly label: string;
  readonly spans: readonly SourceSpan[];
}

/** A pair of principal and group points at its statements, a principal at where it is named, a group at all that speak about it. */
export function pointedAt(graph: AccessGraph, at: Pointed): PointedAt | null {
  const entry = entryOf(graph, at.principal);
  if (at.principal !== null && entry === null) return null;
  if (entry === null)
    return at.group === null ? null : { at, label: at.group, spans: groupSpans(graph, at.group) };
  if (at.group === null) return { at, label: entry.label, spans: principalSpans(entry) };
  const cell = cellOf(entry, at.group);
  return cell === null ? null : { at, label: `${entry.label}, ${at.group}`, spans: evidenceSpans([cell]) };
}

/** A single statement, wherever it is named. */
export function pointedStatement({ label, span }: NamedEvidence): PointedAt {
  return { at: null, label, spans: [span] };
}

export function entryOf(graph: AccessGraph, id: string | null): PrincipalEntry | null {
  return graph.principals.find((node) => node.id === id)?.entry ?? null;
}

export function cellOf(entry: PrincipalEntry, group: string): GroupCell | null {
  return entry.cells.find((cell) => cell.group === group) ?? null;
}

function principalSpans(entry: PrincipalEntry): readonly SourceSpan[] {
  const named = entry.members.flatMap((member) => member.spans);
  return named.length > 0 ? named : evidenceSpans(entry.cells);
}

function groupSpans(graph: AccessGraph, group: string): readonly SourceSpan[] {
  return evidenceSpans(
    graph.principals.flatMap(({ entry }) => entry.cells.filter((cell) => cell.group === group)),
  );
}

function evidenceSpans(cells: readonly GroupCell[]): readonly SourceSpan[] {
  return distinctEvidence(cells.flatMap((cell) => cell.evidence)).map((evidence) => evidence.span);
}
