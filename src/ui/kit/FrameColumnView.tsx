import { useLayoutEffect, useRef, useState } from 'react';
import { Panel } from 'react-resizable-panels';
import type { PanelImperativeHandle } from 'react-resizable-panels';
import { PaneSwitch } from './PaneSwitch.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { shownPane } from './frameColumns.ts';
import type { FrameColumn, PaneId } from './frameColumns.ts';
import type { FramePanes } from './framePanes.ts';
import { markWords } from './verdict.ts';
import styles from './AppFrame.module.css';
import split from './SplitPane.module.css';

export interface FrameColumnViewProps {
  readonly column: FrameColumn;
  /** Percent of the bench. */
  readonly share: number;
  readonly panes: FramePanes;
  readonly recent: readonly PaneId[];
  readonly hosts: Readonly<Record<PaneId, HTMLElement>>;
  readonly onPane: (pane: PaneId) => void;
}

const strip = 36;

/** One column: its pane, or a switch and the chosen pane. Dragged small it becomes a strip with its title. */
export function FrameColumnView({ column, share, panes, recent, hosts, onPane }: FrameColumnViewProps) {
  const handle = useRef<PanelImperativeHandle>(null);
  const [isCollapsed, setCollapsed] = useState(false);
  const [lead, setLead] = useState(0);
  const shown = shownPane(column, recent);
  const isSwitched = column.panes.length > 1 && column.id !== 'one';
  const pane = shown === undefined ? undefined : panes[shown];
  return (
    <Panel
      id={column.id}
      className={split.panel}
      panelRef={handle}
      minSize={column.min}
      defaultSize={`${share}%`}
      collapsible={column.min > 0}
      collapsedSize={strip}
      onResize={(size) => setCollapsed(column.min > 0 && size.inPixels <= strip + 1)}
    >
      {isCollapsed && pane !== undefined && (
        <button type="button" className={styles.strip} onClick={() => handle.current?.expand()}>
          <span className={styles.stripName}>{pane.label}</span>
          {pane.mark !== undefined && <VerdictMark kind={pane.mark} size={14} label={markWords[pane.mark]} />}
        </button>
      )}
      <div
        className={styles.column}
        hidden={isCollapsed}
        data-switched={isSwitched}
        style={isSwitched ? ({ '--pane-lead': `${lead}px` } as React.CSSProperties) : {}}
      >
        {isSwitched && shown !== undefined && (
          <PaneSwitch ids={column.panes} panes={panes} shown={shown} onPane={onPane} onWidth={setLead} />
        )}
        {column.panes.map((id) => (
          <PaneOutlet key={id} host={hosts[id]} isHidden={id !== shown} />
        ))}
      </div>
    </Panel>
  );
}

interface PaneOutletProps {
  readonly host: HTMLElement;
  readonly isHidden: boolean;
}

/** Takes the pane's element in. Only when it is elsewhere: moving it would cost focus and scroll position. */
function PaneOutlet({ host, isHidden }: PaneOutletProps) {
  const outlet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.parentElement !== outlet.current) outlet.current?.append(host);
  }, [host]);
  return <div className={styles.outlet} hidden={isHidden} ref={outlet} />;
}
