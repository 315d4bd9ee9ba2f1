import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { FrameBench } from './FrameBench.tsx';
import { FrameHeader } from './FrameHeader.tsx';
import { FrameRail } from './FrameRail.tsx';
import type { NavItem } from './FrameRail.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import { ThumbBar } from './ThumbBar.tsx';
import { frameColumns, lookAt, shownPane } from './frameColumns.ts';
import type { PaneId } from './frameColumns.ts';
import { paneElementId } from './framePanes.ts';
import type { FramePane, FramePanes, FrameSizes } from './framePanes.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useLayout } from './useLayout.ts';
import styles from './AppFrame.module.css';

export type { NavItem } from './FrameRail.tsx';
export type { PaneId } from './frameColumns.ts';
export type { FramePane, FramePanes, FrameSizes } from './framePanes.ts';

export interface AppFrameProps {
  /** After the product's name: "orders-key · working copy". */
  readonly scenarioTitle: ReactNode;
  /** The middle of the header: a search, say. */
  readonly search?: ReactNode;
  /** The right of the header: Import, Share. */
  readonly actions?: ReactNode;
  /** The rooms of the rail; without any there is no rail. */
  readonly nav: readonly NavItem[];
  /** What the header has no room for on narrow pages: it stands in the "More" sheet, which it can close. */
  readonly moreEnd?: (close: () => void) => ReactNode;
  /**
   * `write`, `see`, `ask`, or `write` and `prove`; for lessons `guide`. Each content starts with Tabs, Panel or PaneHeader: where panes
   * share a column the switch stands on that header row.
   */
  readonly panes: FramePanes;
  /** The pane in view where not all fit. */
  readonly activePane: PaneId;
  readonly onActivePane: (pane: PaneId) => void;
  /** Changes with the mode; each has its own remembered sizes. */
  readonly sizesKey?: string;
  readonly sizes?: FrameSizes;
  readonly onSizes?: (sizes: FrameSizes) => void;
  readonly status?: ReactNode;
  /** Across the page, under the header. */
  readonly banner?: ReactNode;
  /** More skip links after those to the panes. */
  readonly skipLinks?: ReactNode;
}

const paneOrder: readonly PaneId[] = ['guide', 'write', 'see', 'ask', 'prove'];

/** The shell: header, rail, one to three panes, status bar. It holds no state of the app's. */
export function AppFrame(props: AppFrameProps) {
  const { panes, activePane, onActivePane } = props;
  const giveFocusBack = useKeptFocus();
  const layout = useLayout();
  useEffect(giveFocusBack, [giveFocusBack, layout]);
  const [hosts] = useState(createHosts);
  const [recent, setRecent] = useState<readonly PaneId[]>([activePane]);
  if (recent[0] !== activePane) setRecent(lookAt(recent, activePane));

  const present = new Set(paneOrder.filter((id) => panes[id] !== undefined));
  const columns = frameColumns(layout, present);
  const shown = new Set(columns.map((column) => shownPane(column, recent)));

  const goTo = (pane: PaneId) => {
    onActivePane(pane);
    requestAnimationFrame(() => document.getElementById(paneElementId(pane))?.focus());
  };

  return (
    <div className={styles.frame} data-layout={layout}>
      <SkipLinks panes={paneOrder.flatMap((id) => toLink(id, panes[id]))} onPane={goTo}>
        {props.skipLinks}
      </SkipLinks>
      <FrameHeader scenarioTitle={props.scenarioTitle} search={props.search} actions={props.actions} />
      {props.banner !== undefined && <div className={styles.banner}>{props.banner}</div>}
      <div className={styles.middle}>
        {layout !== 'narrow' && props.nav.length > 0 && <FrameRail items={props.nav} />}
        <main className={styles.main}>
          <FrameBench
            columns={columns}
            panes={panes}
            recent={recent}
            hosts={hosts}
            onPane={onActivePane}
            layout={layout}
            sizesKey={props.sizesKey ?? ''}
            sizes={props.sizes}
            onSizes={props.onSizes}
          />
        </main>
      </div>
      {layout === 'narrow' ? (
        <ThumbBar
          panes={paneOrder.flatMap((id) => toLink(id, panes[id]))}
          active={[...shown][0] ?? activePane}
          onPane={onActivePane}
          nav={props.nav}
          end={props.moreEnd}
          status={props.status}
        />
      ) : (
        props.status !== undefined && <footer className={styles.status}>{props.status}</footer>
      )}
      {paneOrder.map((id) => {
        const pane = panes[id];
        return pane === undefined ? null : createPortal(<PaneSection id={id} pane={pane} />, hosts[id], id);
      })}
    </div>
  );
}

function PaneSection({ id, pane }: { readonly id: PaneId; readonly pane: FramePane }) {
  return (
    <section className={styles.pane} id={paneElementId(id)} aria-label={pane.label} tabIndex={-1}>
      {pane.content}
    </section>
  );
}

function toLink(id: PaneId, pane: FramePane | undefined) {
  return pane === undefined ? [] : [{ ...pane, id }];
}

/**
 * Each pane lives in an element of its own that is moved between columns when the layout changes, so that editors,
 * scroll positions and half-typed text survive every resize.
 */
function createHosts(): Readonly<Record<PaneId, HTMLElement>> {
  const host = () => {
    const element = document.createElement('div');
    element.className = styles.host ?? '';
    return element;
  };
  return { guide: host(), write: host(), see: host(), ask: host(), prove: host() };
}
