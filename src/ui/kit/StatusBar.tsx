import type { ReactNode } from 'react';
import styles from './StatusBar.module.css';

export interface StatusBarProps {
  /** About the scenario: findings, size, checks. */
  readonly start: ReactNode;
  /** About the moment: caret, freshness, privacy. */
  readonly end?: ReactNode;
}

/** The strip at the foot of the page. Fill it with StatusItem and StatusChip. */
export function StatusBar({ start, end }: StatusBarProps) {
  return (
    <div className={styles.bar}>
      <div className={styles.start}>{start}</div>
      <div className={styles.end}>{end}</div>
    </div>
  );
}
