import { classNames } from './classNames.ts';
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
      {shapes[kind]}
    </svg>
  );
}

const shapes: Readonly<Record<MarkKind, React.ReactNode>> = {
  allowed: (
    <>
      <circle className={styles.fill} cx="8" cy="8" r="7.5" />
      <path className={styles.cut} d="M4.6 8.3 7 10.7l4.5-5" />
    </>
  ),
  explicitDeny: (
    <>
      <path className={styles.fill} d="M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5z" />
      <path className={styles.cut} d="M4.4 8h7.2" />
    </>
  ),
  implicitDeny: <circle className={styles.dashed} cx="8" cy="8" r="6.75" />,
  depends: (
    <>
      <path className={styles.fill} d="M8 .2 15.8 8 8 15.8.2 8z" />
      <path className={styles.cutThin} d="M6.2 6.5c0-1 .8-1.8 1.8-1.8s1.8.7 1.8 1.7c0 1.3-1.8 1.4-1.8 2.7" />
      <circle className={styles.cutDot} cx="8" cy="11.2" r="1" />
    </>
  ),
  check: <path className={styles.stroke} d="m3.2 8.4 3.3 3.3 6.4-7.2" />,
  cross: <path className={styles.stroke} d="m4 4 8 8m0-8-8 8" />,
  info: (
    <>
      <circle className={styles.thin} cx="8" cy="8" r="6.75" />
      <path className={styles.thin} d="M8 7.4v3.8" />
      <circle className={styles.dot} cx="8" cy="5" r="1" />
    </>
  ),
  question: (
    <>
      <path
        className={styles.stroke}
        d="M5.2 5.6A2.8 2.8 0 0 1 8 3c1.6 0 2.8 1 2.8 2.5C10.8 7.6 8 7.7 8 9.6"
      />
      <circle className={styles.dot} cx="8" cy="12.6" r="1.2" />
    </>
  ),
  skipped: (
    <>
      <circle className={styles.dot} cx="3.5" cy="8" r="1.1" />
      <circle className={styles.dot} cx="8" cy="8" r="1.1" />
      <circle className={styles.dot} cx="12.5" cy="8" r="1.1" />
    </>
  ),
};
