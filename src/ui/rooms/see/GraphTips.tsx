import type { AccessEdge } from './graph.view.ts';
import styles from './GraphTips.module.css';

const tips: readonly AccessEdge['value'][] = ['allowed', 'depends', 'denied'];

export function tipId(value: AccessEdge['value']): string {
  return `see-tip-${value}`;
}

/** The ends of lines: an arrowhead lets through, a bar (as in biology: inhibits) does not. */
export function GraphTips() {
  return (
    <svg className={styles.tips} aria-hidden>
      <defs>
        {tips.map((value) => (
          <marker
            key={value}
            id={tipId(value)}
            className={styles[value]}
            viewBox="0 0 10 12"
            refX={value === 'denied' ? 3 : 8}
            refY={6}
            markerWidth={10}
            markerHeight={12}
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <TipShape value={value} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

/** In a box of 10 × 12, pointing right. */
export function TipShape({ value }: { readonly value: AccessEdge['value'] }) {
  return value === 'denied' ? <path d="M1.5 0.5h3v11h-3z" /> : <path d="M1 2 9 6 1 10z" />;
}
