import type { ReactNode } from 'react';
import { PaneHeader } from './PaneHeader.tsx';
import { classNames } from './classNames.ts';
import styles from './Panel.module.css';

export interface PanelProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Beside the title. */
  readonly tools?: ReactNode;
  /** At the right end of the title row. */
  readonly aside?: ReactNode;
  /** No padding: the content draws to the edges. */
  readonly isFlush?: boolean;
  /** Content is dimmed: it belongs to the last valid version. */
  readonly isStale?: boolean;
  readonly level?: 2 | 3;
}

/** A title over content that fills its place and scrolls inside; the pane around it is the region. */
export function Panel({
  title,
  children,
  tools,
  aside,
  isFlush = false,
  isStale = false,
  level = 2,
}: PanelProps) {
  return (
    <div className={styles.panel}>
      <PaneHeader title={title} aside={aside} level={level}>
        {tools}
      </PaneHeader>
      <div className={classNames(styles.body, !isFlush && styles.padded, isStale && styles.stale)}>
        {children}
      </div>
    </div>
  );
}
