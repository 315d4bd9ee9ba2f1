import type { AccessTable } from '#engine/access/table.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import { overlaps } from '#engine/source/overlap.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { Focus } from '#state/app.ts';
import { callerIn, groupOfOperation } from './ask.view.ts';
import type { AccessEdge, AccessGraph } from './graph.view.ts';
import { edgeId, groupId } from './graph.view.ts';
import type { PrincipalEntry } from './principals.view.ts';

/** The thing of this room that set the focus: a principal, an action group, or the pair of both. */
export interface Pointed {
  readonly principal: string | null;
  readonly group: string | null;
}

/** What this room pointed at, under the label it gave the focus: the focus is ours while it carries that label. */
export interface PointedFocus {
  readonly at: Pointed;
  readonly label: string;
}

export interface Lit {
  readonly edges: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
}

/** What the highlight rests on: the focus, or while there is none the statements that decided the request. */
export interface Attention {
  readonly focus: Focus | null;
  readonly pointed: readonly PointedFocus[];
  readonly deciding: readonly SourceSpan[];
  readonly request: ScenarioRequest;
}

const nothing: Lit = { edges: new Set(), nodes: new Set() };

/** Which edges get the halo and which nodes the marker. */
export function litGraph(graph: AccessGraph, table: AccessTable, attention: Attention): Lit {
  const { focus, pointed, deciding, request } = attention;
  if (focus === null) return litByRequest(graph, table, deciding, request);
  const own = focus.from === 'see' ? pointed.find((other) => other.label === focus.label) : undefined;
  if (own !== undefined) return litByPointing(graph, own.at);
  if (focus.from === 'ask') return litByRequest(graph, table, focus.spans, request);
  return litBySpans(graph, focus.spans);
}

/** Whether a cell of the table is under the highlighter: by the same rules as its edge. */
export function isCellLit(lit: Lit, principal: string, group: string): boolean {
  return lit.edges.has(edgeId(principal, group));
}

export function touches(
  evidence: readonly { readonly span: SourceSpan }[],
  spans: readonly SourceSpan[],
): boolean {
  return evidence.some((item) => spans.some((span) => overlaps(item.span, span)));
}

function litByPointing(graph: AccessGraph, { principal, group }: Pointed): Lit {
  if (principal !== null && group !== null) {
    const entry = entryOf(graph, principal);
    const from = entry?.id ?? principal;
    return { edges: new Set([edgeId(from, group)]), nodes: new Set([from, groupId(group)]) };
  }
  const own = graph.edges.filter((edge) => edge.from === principal || edge.group === group);
  const node = principal ?? (group === null ? null : groupId(group));
  return { edges: idsOf(own), nodes: new Set(node === null ? [] : [node]) };
}

/** The deciding statement may stand behind many edges; the request's own is the one it is about. */
function litByRequest(
  graph: AccessGraph,
  table: AccessTable,
  spans: readonly SourceSpan[],
  request: ScenarioRequest,
): Lit {
  if (spans.length === 0) return nothing;
  const edges = graph.edges.filter((edge) => touches(edge.cell.evidence, spans));
  const caller = callerIn(table, request.principal);
  const group = groupOfOperation(table, request.action);
  const entry = caller === null ? null : entryOf(graph, caller.id);
  const own = edges.filter((edge) => edge.from === entry?.id && edge.group === group);
  return own.length > 0 ? withEnds(own) : litBySpans(graph, spans);
}

function litBySpans(graph: AccessGraph, spans: readonly SourceSpan[]): Lit {
  const edges = graph.edges.filter((edge) => touches(edge.cell.evidence, spans));
  const { nodes } = withEnds(edges);
  const named = graph.principals.filter(({ entry }) => entry.isOpen !== true && isNamed(entry, spans));
  return { edges: idsOf(edges), nodes: new Set([...nodes, ...named.map((node) => node.id)]) };
}

function isNamed(entry: PrincipalEntry, spans: readonly SourceSpan[]): boolean {
  return entry.members.some((member) =>
    member.spans.some((own) => spans.some((span) => overlaps(own, span))),
  );
}

/** The entry a principal stands in: its own, or while that is folded away its fold. */
function entryOf(graph: AccessGraph, principal: string): PrincipalEntry | undefined {
  const entries = graph.principals.map((node) => node.entry);
  return (
    entries.find((entry) => entry.id === principal) ??
    entries.find((entry) => entry.isOpen !== true && entry.members.some((member) => member.id === principal))
  );
}

function withEnds(edges: readonly AccessEdge[]): Lit {
  return { edges: idsOf(edges), nodes: new Set(edges.flatMap((edge) => [edge.from, edge.to])) };
}

function idsOf(edges: readonly AccessEdge[]): ReadonlySet<string> {
  return new Set(edges.map((edge) => edge.id));
}
