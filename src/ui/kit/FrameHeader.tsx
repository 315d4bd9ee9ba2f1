import type { ReactNode } from 'react';
import styles from './FrameHeader.module.css';

export interface FrameHeaderProps {
  readonly scenarioTitle: ReactNode;
  readonly search: ReactNode;
  readonly actions: ReactNode;
}

export function FrameHeader({ scenarioTitle, search, actions }: FrameHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.identity}>
        <span className={styles.logo} aria-hidden>
          k
        </span>
        <h1 className={styles.name}>Keyway</h1>
        <div className={styles.scenario}>{scenarioTitle}</div>
      </div>
      <div className={styles.search}>{search}</div>
      <div className={styles.actions}>{actions}</div>
    </header>
  );
}
