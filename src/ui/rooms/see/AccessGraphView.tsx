import '@xyflow/react/dist/base.css';
import { MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import type { AriaLabelConfig } from '@xyflow/react';
import { useId, useMemo, useRef } from 'react';
import { useBench } from './bench.ts';
import type { Space } from './columnLayout.ts';
import { Details } from './Details.tsx';
import { GraphEdge } from './GraphEdge.tsx';
import { GraphNode } from './GraphNode.tsx';
import { GraphTips } from './GraphTips.tsx';
import { Legend } from './Legend.tsx';
import { StandingContext } from './standing.ts';
import { useGraphKeys } from './useGraphKeys.ts';
import { useFlowElements } from './useFlowElements.ts';
import { useOpenedInSight } from './useOpenedInSight.ts';
import { useSpace } from './useSpace.ts';
import { ZoomTools } from './ZoomTools.tsx';
import styles from './AccessGraphView.module.css';
import stageStyles from './Details.module.css';

const nodeTypes = { access: GraphNode };
const edgeTypes = { access: GraphEdge };
/** More nodes than this and a small map helps to find one's place. */
const mapAbove = 40;
const mapSize = { width: 64, height: 128 };

/** The library's own words promise dragging and deleting, which this graph does not do. */
const ariaLabels: AriaLabelConfig = {
  'node.a11yDescription.default': '',
  'node.a11yDescription.keyboardDisabled': '',
  'node.a11yDescription.ariaLiveMessage': () => '',
  'edge.a11yDescription.default': '',
  'controls.ariaLabel': 'Zoom',
  'controls.zoomIn.ariaLabel': 'Zoom in',
  'controls.zoomOut.ariaLabel': 'Zoom out',
  'controls.fitView.ariaLabel': 'Fit the whole graph',
  'controls.interactive.ariaLabel': '',
  'minimap.ariaLabel': 'Small map of the graph',
  'handle.ariaLabel': '',
};

/** Every line is a drawing of its own to a reader, and says nothing that the names of nodes do not say. */
function hideLines() {
  document.querySelector('.react-flow__edges')?.setAttribute('aria-hidden', 'true');
}

/** Principals on the left, action groups on the right, and between them what is true of each pair. */
export default function AccessGraphView() {
  // The list of details below takes its room from the window, not from the picture: no node moves when it opens.
  const stage = useRef<HTMLDivElement>(null);
  const plane = useRef<HTMLDivElement>(null);
  const space = useSpace(plane, stage);
  return (
    <ReactFlowProvider>
      <div className={stageStyles.stage} ref={stage}>
        <div className={styles.plane} ref={plane}>
          {space !== null && space.width > 0 && <Plane space={space} />}
        </div>
        <Details />
      </div>
      <footer className={styles.footer}>
        <Legend />
        <ZoomTools />
      </footer>
    </ReactFlowProvider>
  );
}

function Plane({ space }: { readonly space: Space }) {
  const { graph, lit, table, open, hover } = useBench();
  const summary = useId();
  const { nodes, edges, layout } = useFlowElements(graph, space);
  // Lit lines are drawn last, over the others.
  const raised = useMemo(
    () => edges.map((edge) => (lit.edges.has(edge.id) ? { ...edge, zIndex: 1 } : edge)),
    [edges, lit],
  );
  const { onKeyDown, ...standing } = useGraphKeys(graph, layout);
  useOpenedInSight(layout);

  return (
    <StandingContext value={standing}>
      <p id={summary} hidden>
        {table.summary} Arrow keys move between nodes, Enter pins, E walks along the lines, A asks.
      </p>
      <GraphTips />
      <ReactFlow
        className={styles.flow ?? ''}
        aria-label="Who can do what with this key"
        aria-describedby={summary}
        onKeyDown={onKeyDown}
        nodes={nodes}
        edges={raised}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={hideLines}
        onEdgeClick={(_, { data }) => {
          if (data !== undefined) open({ principal: data.edge.from, group: data.edge.group });
        }}
        onEdgeMouseEnter={(_, { data }) => {
          if (data !== undefined) hover({ principal: data.edge.from, group: data.edge.group });
        }}
        onEdgeMouseLeave={() => hover(null)}
        ariaLabelConfig={ariaLabels}
        translateExtent={[
          [0, 0],
          [Math.max(layout.width, space.width), Math.max(layout.height, space.height)],
        ]}
        minZoom={0.25}
        maxZoom={2}
        panOnScroll
        zoomOnDoubleClick={false}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        connectOnClick={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        attributionPosition="bottom-center"
      >
        {nodes.length > mapAbove && <MiniMap pannable className={styles.map ?? ''} style={mapSize} />}
      </ReactFlow>
    </StandingContext>
  );
}
