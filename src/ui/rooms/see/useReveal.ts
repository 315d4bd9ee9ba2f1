import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import type { PlanePlace } from './columnLayout.ts';
import { viewportShowing } from './viewportShowing.ts';

/** Pans as little as shows a place of the picture; not at all where it is in sight. */
export function useReveal(): (place: PlanePlace) => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (place) => {
      const { width, height } = store.getState();
      const now = flow.getViewport();
      const next = viewportShowing(now, place, { width, height });
      if (next !== now) void flow.setViewport(next);
    },
    [flow, store],
  );
}
