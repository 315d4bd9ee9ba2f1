import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import styles from './PaneHeader.module.css';

export interface PaneHeaderProps {
  readonly title: string;
  /** Chips, a select, a filter: what stands right after the title. */
  readonly children?: ReactNode;
  /** At the right end: a count, row tools. */
  readonly aside?: ReactNode;
  /** Heading level. Default 2: panes are the sections of the page. */
  readonly level?: 2 | 3;
  readonly id?: string;
}

export function PaneHeader({ title, children, aside, level = 2, id }: PaneHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.header} data-pane-header>
      <Heading className={classNames(styles.title)} id={id} data-pane-title>
        {title}
      </Heading>
      {children}
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </div>
  );
}
