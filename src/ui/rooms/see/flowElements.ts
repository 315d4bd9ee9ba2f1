import { Position } from '@xyflow/react';
import type { Edge, Node } from '@xyflow/react';
import type { ColumnLayout, LinkCourse, PlanePlace, Space } from './columnLayout.ts';
import { columnLayout } from './columnLayout.ts';
import type { AccessEdge, AccessGraph, GroupNode, PrincipalNode } from './graph.view.ts';
import { cellWords } from './words.view.ts';
import type { CellWords } from './words.view.ts';

/** What is drawn of a node, and nothing that changes without a change of the picture. */
type DrawnNode = Omit<PrincipalNode, 'entry'> | Omit<GroupNode, 'actions'>;

export type DrawnEdge = Omit<AccessEdge, 'cell'> & { readonly words: CellWords };

export type FlowNode = Node<{ readonly node: DrawnNode }, 'access'>;
export type FlowEdge = Edge<{ readonly edge: DrawnEdge; readonly course: LinkCourse }, 'access'>;

export interface FlowElements {
  readonly layout: ColumnLayout;
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
}

/**
 * The graph as the drawing library wants it: places and courses are ours, it pans and zooms.
 *
 * @param before what stands there now: what looks the same stays the same object, and is not drawn again
 */
export function flowElements(graph: AccessGraph, space: Space, before?: FlowElements): FlowElements {
  const nodes = keeper(before?.nodes ?? []);
  const edges = keeper(before?.edges ?? []);
  const layout = columnLayout(
    {
      left: graph.principals.map((node) => node.id),
      right: graph.groups.map((node) => node.id),
      links: graph.edges,
    },
    space,
  );
  return {
    layout,
    nodes: [...graph.principals, ...graph.groups].flatMap((node) => {
      const place = layout.nodes.get(node.id);
      return place === undefined ? [] : [nodes(flowNode(node, place))];
    }),
    edges: graph.edges.flatMap((edge) => {
      const course = layout.links.get(edge.id);
      return course === undefined ? [] : [edges(flowEdge(edge, course))];
    }),
  };
}

/** Gives the old element of the same id in place of a new one that looks the same. */
function keeper<Element extends { readonly id: string }>(
  before: readonly Element[],
): (element: Element) => Element {
  const olds = new Map(before.map((element) => [element.id, element]));
  return (element) => {
    const old = olds.get(element.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(element) ? old : element;
  };
}

function drawnNode(node: PrincipalNode | GroupNode): DrawnNode {
  if (node.kind === 'principal') {
    const { entry: _, ...drawn } = node;
    return drawn;
  }
  const { actions: _, ...drawn } = node;
  return drawn;
}

function flowNode(node: PrincipalNode | GroupNode, { x, y, width, height }: PlanePlace): FlowNode {
  const isSource = node.kind === 'principal';
  return {
    id: node.id,
    type: 'access',
    position: { x, y },
    width,
    height,
    // Given, so that edges are there at the first painting and stay while nodes change.
    measured: { width, height },
    handles: [
      {
        type: isSource ? 'source' : 'target',
        position: isSource ? Position.Right : Position.Left,
        x: isSource ? width : 0,
        y: height / 2,
        width: 1,
        height: 1,
      },
    ],
    data: { node: drawnNode(node) },
    domAttributes: { 'aria-roledescription': undefined },
  };
}

/** Edges are in the names of their nodes and in the lists; drawn, they say nothing to a reader. */
function flowEdge({ cell, ...edge }: AccessEdge, course: LinkCourse): FlowEdge {
  return {
    id: edge.id,
    type: 'access',
    source: edge.from,
    target: edge.to,
    data: { edge: { ...edge, words: cellWords(cell) }, course },
    ariaRole: 'presentation',
    domAttributes: { 'aria-roledescription': undefined, 'aria-hidden': true },
  };
}
