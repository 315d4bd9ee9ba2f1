import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import type { NavItem } from './FrameRail.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { classNames } from './classNames.ts';
import type { PaneId } from './frameColumns.ts';
import type { FramePane } from './framePanes.ts';
import { markWords } from './verdict.ts';
import styles from './ThumbBar.module.css';

export interface ThumbBarProps {
  readonly panes: readonly (FramePane & { readonly id: PaneId })[];
  readonly active: PaneId;
  readonly onPane: (pane: PaneId) => void;
  readonly nav: readonly NavItem[];
  readonly end: ((close: () => void) => ReactNode) | undefined;
  readonly status: ReactNode;
}

/** The panes of a narrow page, where the thumb is. Rooms, tools and status are behind "More". */
export function ThumbBar({ panes, active, onPane, nav, end, status }: ThumbBarProps) {
  const [isMoreOpen, setMoreOpen] = useState(false);
  return (
    <nav className={styles.bar} aria-label="Panes">
      {panes.map((pane) => (
        <button
          key={pane.id}
          type="button"
          className={styles.item}
          aria-current={pane.id === active}
          onClick={() => onPane(pane.id)}
        >
          <span className={styles.icon}>
            <Icon name={pane.icon} size={18} />
            {pane.mark !== undefined && (
              <span className={styles.mark}>
                <VerdictMark kind={pane.mark} size={14} label={markWords[pane.mark]} />
              </span>
            )}
          </span>
          {pane.shortLabel ?? pane.label}
        </button>
      ))}
      <button type="button" className={styles.item} aria-haspopup="dialog" onClick={() => setMoreOpen(true)}>
        <Icon name="more" size={18} />
        More
      </button>
      <Dialog title="More" isOpen={isMoreOpen} onClose={() => setMoreOpen(false)}>
        <ul className={styles.rooms}>
          {nav.map((item) => (
            <li key={item.id}>
              <a
                className={classNames(styles.room)}
                href={item.href}
                onClick={() => setMoreOpen(false)}
                aria-current={item.isCurrent === true ? 'page' : undefined}
              >
                <Icon name={item.icon} size={18} />
                {item.label}
              </a>
            </li>
          ))}
        </ul>
        {end !== undefined && <div className={styles.end}>{end(() => setMoreOpen(false))}</div>}
        <div className={styles.status}>{status}</div>
      </Dialog>
    </nav>
  );
}
