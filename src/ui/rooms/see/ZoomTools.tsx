import { useReactFlow } from '@xyflow/react';
import { IconButton } from '#kit/IconButton.tsx';
import { useMemo } from 'react';
import styles from './ZoomTools.module.css';

export interface Zoom {
  readonly closer: () => void;
  readonly farther: () => void;
  /** Life size, from the top. */
  readonly reset: () => void;
  readonly fit: () => void;
}

/** Zooming is instant; the promises of the library are about animations. */
export function useZoom(): Zoom {
  const flow = useReactFlow();
  return useMemo(
    () => ({
      closer: () => void flow.zoomIn(),
      farther: () => void flow.zoomOut(),
      reset: () => void flow.setViewport({ x: 0, y: 0, zoom: 1 }),
      fit: () => void flow.fitView({ padding: 0.02, maxZoom: 1 }),
    }),
    [flow],
  );
}

export function ZoomTools() {
  const zoom = useZoom();
  return (
    <div className={styles.tools}>
      <IconButton
        icon="minus"
        label="Zoom out"
        shortcut="−"
        size="dense"
        tooltipPlacement="top"
        onPress={zoom.farther}
      />
      <IconButton
        icon="add"
        label="Zoom in"
        shortcut="+"
        size="dense"
        tooltipPlacement="top"
        onPress={zoom.closer}
      />
      <IconButton
        icon="fit"
        label="Fit the whole graph"
        shortcut="Shift 1"
        size="dense"
        tooltipPlacement="top"
        onPress={zoom.fit}
      />
    </div>
  );
}
