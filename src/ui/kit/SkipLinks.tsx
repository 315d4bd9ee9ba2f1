import type { ReactNode } from 'react';
import { paneElementId } from './framePanes.ts';
import type { PaneId } from './frameColumns.ts';
import styles from './SkipLinks.module.css';

export interface SkipLinksProps {
  readonly panes: readonly { readonly id: PaneId; readonly label: string }[];
  readonly onPane: (pane: PaneId) => void;
  readonly children: ReactNode;
}

/** The first tab stops of the page. They move focus without touching the address, which names the room. */
export function SkipLinks({ panes, onPane, children }: SkipLinksProps) {
  return (
    <div className={styles.links}>
      {panes.map((pane) => (
        <a
          key={pane.id}
          className={styles.link}
          href={`#${paneElementId(pane.id)}`}
          onClick={(event) => {
            event.preventDefault();
            onPane(pane.id);
          }}
        >
          Skip to {pane.label}
        </a>
      ))}
      {children}
    </div>
  );
}
