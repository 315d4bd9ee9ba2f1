import { useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { useBench } from './bench.ts';
import type { ColumnLayout } from './columnLayout.ts';
import { groupId } from './graph.view.ts';
import { useReveal } from './useReveal.ts';

/** Keeps both ends of the pair whose details opened in sight, as the list takes some of the window. */
export function useOpenedInSight(layout: ColumnLayout): void {
  const { opened } = useBench();
  const height = useStore((state) => state.height);
  const width = useStore((state) => state.width);
  const reveal = useReveal();
  useEffect(() => {
    if (opened?.principal == null || opened.group === null) return;
    const from = layout.nodes.get(opened.principal);
    const to = layout.nodes.get(groupId(opened.group));
    if (from === undefined || to === undefined) return;
    const top = Math.min(from.y, to.y);
    const bottom = Math.max(from.y + from.height, to.y + to.height);
    reveal({ x: from.x, y: top, width: to.x + to.width - from.x, height: bottom - top });
    // Once for each opening and each size of the window; panning away afterwards is the reader's right.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [opened, height, width]);
}
