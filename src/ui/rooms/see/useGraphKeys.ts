import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useBench } from './bench.ts';
import type { ColumnLayout } from './columnLayout.ts';
import type { AccessGraph } from './graph.view.ts';
import type { Pointed } from './highlight.view.ts';
import type { StandingState } from './standing.ts';
import { useReveal } from './useReveal.ts';
import { standingIn, walk } from './walk.view.ts';
import type { Standing } from './walk.view.ts';
import { useZoom } from './ZoomTools.tsx';

export interface GraphKeys extends StandingState {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The graph as one tab stop: where the keyboard stands, and what its keys do. */
export function useGraphKeys(graph: AccessGraph, layout: ColumnLayout): GraphKeys {
  const bench = useBench();
  const reveal = useReveal();
  const zoom = useZoom();
  const [stood, setStanding] = useState<Standing | null>(null);
  const standing = standingIn(graph, stood);
  const root = useRef<HTMLElement>(null);
  const hasWalked = useRef(false);
  const isAfterG = useRef(false);

  useEffect(() => {
    if (!hasWalked.current || standing === null) return;
    hasWalked.current = false;
    const name = CSS.escape(standing.edge ?? standing.node);
    root.current?.querySelector<HTMLElement>(`[data-stand="${name}"]`)?.focus({ preventScroll: true });
    const place = layout.nodes.get(standing.node);
    if (place !== undefined) reveal(place);
  });

  const commands: Readonly<Record<string, () => void>> = {
    a: () => bench.askStanding(pointedBy(graph, standing)),
    '+': zoom.closer,
    '=': zoom.closer,
    '-': zoom.farther,
    '−': zoom.farther,
    '0': zoom.reset,
    fit: zoom.fit,
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // `g` begins a sequence of the app: the key after it is not ours.
    const wasAfterG = isAfterG.current;
    isAfterG.current = event.key === 'g';
    if (standing === null || wasAfterG || event.ctrlKey || event.metaKey || event.altKey) return;
    root.current = event.currentTarget;
    const next = walk(graph, standing, event.key);
    const command = commands[event.shiftKey && event.code === 'Digit1' ? 'fit' : event.key];
    if (next !== null) {
      hasWalked.current = true;
      setStanding(next);
    } else if (event.key === 'Escape' && standing.edge !== null) {
      hasWalked.current = true;
      setStanding({ ...standing, edge: null });
    } else if (command === undefined) return;
    else command();
    event.preventDefault();
  };

  return { standing, stand: setStanding, onKeyDown };
}

function pointedBy(graph: AccessGraph, standing: Standing | null): Pointed {
  const edge = graph.edges.find((other) => other.id === standing?.edge);
  if (edge !== undefined) return { principal: edge.from, group: edge.group };
  const group = graph.groups.find((node) => node.id === standing?.node)?.group ?? null;
  return { principal: group === null ? (standing?.node ?? null) : null, group };
}
