import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { VerdictMark } from './VerdictMark.tsx';
import type { PaneId } from './frameColumns.ts';
import { paneElementId, paneTabId } from './framePanes.ts';
import type { FramePanes } from './framePanes.ts';
import { markWords } from './verdict.ts';
import styles from './PaneSwitch.module.css';

export interface PaneSwitchProps {
  readonly ids: readonly PaneId[];
  readonly panes: FramePanes;
  readonly shown: PaneId;
  readonly onPane: (pane: PaneId) => void;
  /** How much room the switch takes on the pane's header row. */
  readonly onWidth: (pixels: number) => void;
}

/** Chooses which pane a shared column shows. It lies on the header row of whichever pane is shown. */
export function PaneSwitch({ ids, panes, shown, onPane, onWidth }: PaneSwitchProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => onWidth(element.offsetWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [onWidth]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = ids[nextIndex(event.key, ids.indexOf(shown), ids.length)];
    if (target === undefined) return;
    event.preventDefault();
    onPane(target);
    document.getElementById(paneTabId(target))?.focus();
  };

  return (
    <div
      className={styles.switch}
      role="tablist"
      aria-label="Panes"
      ref={root}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {ids.map((id) => {
        const pane = panes[id];
        if (pane === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            role="tab"
            id={paneTabId(id)}
            className={styles.tab}
            aria-selected={id === shown}
            aria-controls={paneElementId(id)}
            tabIndex={id === shown ? 0 : -1}
            onClick={() => onPane(id)}
          >
            {pane.label}
            {pane.mark !== undefined && (
              <VerdictMark kind={pane.mark} size={14} label={markWords[pane.mark]} />
            )}
          </button>
        );
      })}
    </div>
  );
}

function nextIndex(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
