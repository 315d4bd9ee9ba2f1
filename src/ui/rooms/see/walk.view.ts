import type { AccessEdge, AccessGraph } from './graph.view.ts';

/** Where the keyboard stands in the graph: on a node, or on one of that node's edges. */
export interface Standing {
  readonly node: string;
  readonly edge: string | null;
  /** The node on the other side one came from, so that ← and → lead back the same way. */
  readonly cameFrom: string | null;
}

/** What a key does in the graph; null for keys that are not the graph's. */
export function walk(graph: AccessGraph, from: Standing, key: string): Standing | null {
  switch (key) {
    case 'ArrowUp':
      return along(graph, from, -1);
    case 'ArrowDown':
      return along(graph, from, 1);
    case 'Home':
      return along(graph, from, Number.NEGATIVE_INFINITY);
    case 'End':
      return along(graph, from, Number.POSITIVE_INFINITY);
    case 'ArrowLeft':
      return across(graph, from, 'left');
    case 'ArrowRight':
      return across(graph, from, 'right');
    case 'e':
      return nextEdge(graph, from, 1);
    case 'E':
      return nextEdge(graph, from, -1);
    default:
      return null;
  }
}

/** The standing after the graph changed: the same node while it exists, else the first. */
export function standingIn(graph: AccessGraph, standing: Standing | null): Standing | null {
  const first = graph.principals[0] ?? graph.groups[0];
  if (first === undefined) return null;
  if (standing === null || columnOf(graph, standing.node) === null) {
    return { node: first.id, edge: null, cameFrom: null };
  }
  const keepsEdge = graph.edges.some((edge) => edge.id === standing.edge);
  return keepsEdge || standing.edge === null ? standing : { ...standing, edge: null };
}

/** The edges of a node in the order they are drawn, top to bottom at the other end. */
export function edgesAt(graph: AccessGraph, node: string): readonly AccessEdge[] {
  return graph.edges.filter((edge) => edge.from === node || edge.to === node);
}

type Column = readonly { readonly id: string }[];

function columnOf(graph: AccessGraph, node: string): Column | null {
  const has = (column: Column) => column.some((other) => other.id === node);
  if (has(graph.principals)) return graph.principals;
  return has(graph.groups) ? graph.groups : null;
}

function along(graph: AccessGraph, from: Standing, step: number): Standing {
  const column = columnOf(graph, from.node) ?? [];
  const index = column.findIndex((node) => node.id === from.node);
  const target = column[Math.max(0, Math.min(index + step, column.length - 1))];
  return { node: target?.id ?? from.node, edge: null, cameFrom: null };
}

function across(graph: AccessGraph, from: Standing, side: 'left' | 'right'): Standing {
  const target: Column = side === 'left' ? graph.principals : graph.groups;
  const stay: Standing = { ...from, edge: null };
  if (columnOf(graph, from.node) === target) return stay;
  const node = wayBack(target, from) ?? alongEdge(graph, from, side) ?? target[0]?.id;
  return node === undefined ? stay : { node, edge: null, cameFrom: from.node };
}

/** The node one came from, unless one has since stepped onto an edge and thereby chosen another way. */
function wayBack(target: Column, { edge, cameFrom }: Standing): string | null {
  return edge === null && target.some((node) => node.id === cameFrom) ? cameFrom : null;
}

function alongEdge(graph: AccessGraph, from: Standing, side: 'left' | 'right'): string | undefined {
  const edge = graph.edges.find((other) => other.id === from.edge) ?? edgesAt(graph, from.node)[0];
  return side === 'left' ? edge?.from : edge?.to;
}

function nextEdge(graph: AccessGraph, from: Standing, step: 1 | -1): Standing {
  const edges = edgesAt(graph, from.node);
  if (edges.length === 0) return from;
  const index = edges.findIndex((edge) => edge.id === from.edge);
  const next =
    index === -1 ? (step === 1 ? 0 : edges.length - 1) : (index + step + edges.length) % edges.length;
  return { ...from, edge: edges[next]?.id ?? null };
}
