import { Position } from '@xyflow/react';
import type { Edge, Node } from '@xyflow/react';
import type { ColumnLayout, LinkCourse, PlanePlace, Space } from './columnLayout.ts';
import { columnLayout } from './columnLayout.ts';
import type { AccessEdge, AccessGraph, GroupNode, PrincipalNode } from './graph.view.ts';

export type FlowNode = Node<{ readonly node: PrincipalNode | GroupNode }, 'access'>;
export type FlowEdge = Edge<{ readonly edge: AccessEdge; readonly course: LinkCourse }, 'access'>;

export interface FlowElements {
  readonly layout: ColumnLayout;
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
}

/** The graph as the drawing library wants it: places and courses are ours, it pans and zooms. */
export function flowElements(graph: AccessGraph, space: Space): FlowElements {
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
      return place === undefined ? [] : [flowNode(node, place)];
    }),
    edges: graph.edges.flatMap((edge) => {
      const course = layout.links.get(edge.id);
      return course === undefined ? [] : [flowEdge(edge, course)];
    }),
  };
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
    data: { node },
    domAttributes: { 'aria-roledescription': undefined },
  };
}

/** Edges are in the names of their nodes and in the lists; drawn, they say nothing to a reader. */
function flowEdge(edge: AccessEdge, course: LinkCourse): FlowEdge {
  return {
    id: edge.id,
    type: 'access',
    source: edge.from,
    target: edge.to,
    data: { edge, course },
    ariaRole: 'presentation',
    domAttributes: { 'aria-roledescription': undefined, 'aria-hidden': true },
  };
}
