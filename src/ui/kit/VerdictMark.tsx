import { classNames } from './classNames.ts';
import { markShapes } from './markShapes.ts';
import type { MarkPart } from './markShapes.ts';
import type { MarkKind } from './verdict.ts';
import styles from './VerdictMark.module.css';

export type { MarkKind } from './verdict.ts';

export interface VerdictMarkProps {
  readonly kind: MarkKind;
  /** Pixels at font scale 1. Default 16; 24 for the verdict title. */
  readonly size?: number;
  /** `soft` draws a decision in grey: true, but not what decides here. */
  readonly tone?: 'verdict' | 'soft';
  /** The word for people who cannot see the mark. Leave out when the word stands beside it. */
  readonly label?: string;
}

/** The mark of a decision or a step: each a different shape, so that none rests on colour. */
export function VerdictMark({ kind, size = 16, tone = 'verdict', label }: VerdictMarkProps) {
  const edge = `${size / 16}rem`;
  return (
    <svg
      className={classNames(styles.mark, styles[kind], tone === 'soft' && styles.soft)}
      viewBox="0 0 16 16"
      style={{ width: edge, height: edge }}
      data-mark={kind}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {markShapes[kind].map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a shape's parts never change
        <Part key={at} part={part} />
      ))}
    </svg>
  );
}

function Part({ part }: { readonly part: MarkPart }) {
  const color = part.ink === 'mark' ? 'currentcolor' : 'var(--surface)';
  const paint =
    part.width === undefined
      ? { style: { fill: color } }
      : {
          style: { fill: 'none', stroke: color },
          strokeWidth: part.width,
          strokeDasharray: part.dashes,
          strokeLinecap: part.dashes === undefined ? ('round' as const) : ('butt' as const),
          strokeLinejoin: 'round' as const,
        };
  if ('path' in part) return <path d={part.path} {...paint} />;
  const [cx, cy, r] = part.circle;
  return <circle cx={cx} cy={cy} r={r} {...paint} />;
}
