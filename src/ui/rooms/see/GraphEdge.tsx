import { memo } from 'react';
import { EdgeLabelRenderer } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { useBench } from './bench.ts';
import type { DrawnEdge, FlowEdge } from './flowElements.ts';
import { tipId } from './GraphTips.tsx';
import { useStanding } from './standing.ts';
import { valueMark } from './words.view.ts';
import styles from './GraphEdge.module.css';

/** A line in the style of its value, under the highlighter where the focus is; while the keyboard stands on it, with its words. */
export function GraphEdge({ data }: EdgeProps<FlowEdge>) {
  const bench = useBench();
  const { standing } = useStanding();
  if (data === undefined) return null;
  const { edge, course } = data;
  const isLit = bench.lit.edges.has(edge.id);
  const isStoodOn = standing?.edge === edge.id;
  const isDimmed = !isLit && !isStoodOn && bench.lit.edges.size > 0;
  const at = { principal: edge.from, group: edge.group };
  const isOpened = bench.opened?.principal === edge.from && bench.opened.group === edge.group;

  return (
    <>
      <Line
        path={course.path}
        value={edge.value}
        isDimmed={isDimmed}
        isLit={isLit || isStoodOn}
        hasHalo={isLit}
      />
      {isStoodOn && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={styles.words}
            data-stand={edge.id}
            style={{
              transform: `translate(-50%, -50%) translate(${course.middle.x}px, ${course.middle.y}px)`,
            }}
            tabIndex={0}
            aria-label={edge.name}
            aria-expanded={isOpened}
            onClick={() => bench.open(at)}
          >
            <VerdictMark kind={valueMark[edge.value]} size={14} />
            {edge.words.figure} {edge.words.word}
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

interface LineProps {
  readonly path: string;
  readonly value: DrawnEdge['value'];
  readonly isDimmed: boolean;
  readonly isLit: boolean;
  readonly hasHalo: boolean;
}

const Line = memo(function Line({ path, value, isDimmed, isLit, hasHalo }: LineProps) {
  return (
    <g className={styles.edge} data-value={value} data-dimmed={isDimmed} data-lit={isLit}>
      {hasHalo && <path className={styles.halo} d={path} />}
      <path className={styles.line} d={path} markerEnd={`url(#${tipId(value)})`} />
      <path className={styles.reach} d={path} />
    </g>
  );
});
