import { useState } from 'react';
import type { Space } from './columnLayout.ts';
import { flowElements } from './flowElements.ts';
import type { FlowElements } from './flowElements.ts';
import type { AccessGraph } from './graph.view.ts';

/** The graph as it is drawn. What looks the same as before stays the same object. */
export function useFlowElements(graph: AccessGraph, space: Space): FlowElements {
  const [drawn, setDrawn] = useState(() => ({ graph, space, elements: flowElements(graph, space) }));
  if (drawn.graph === graph && drawn.space === space) return drawn.elements;
  const elements = flowElements(graph, space, drawn.elements);
  setDrawn({ graph, space, elements });
  return elements;
}
