import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import styles from './SplitPane.module.css';

/** Shares of the whole by pane id, in percent. */
export type SplitSizes = Readonly<Record<string, number>>;

export interface SplitPaneItem {
  readonly id: string;
  /** Names the separator before it: "Resize Write and See". */
  readonly label: string;
  readonly content: ReactNode;
  /** Share of the whole in percent. Default: equal shares. */
  readonly defaultSize?: number;
  /** Pixels. */
  readonly minSize?: number;
}

export interface SplitPaneProps {
  readonly panes: readonly SplitPaneItem[];
  readonly orientation?: 'horizontal' | 'vertical';
  /** Remembered sizes; read when mounted. */
  readonly sizes?: SplitSizes;
  /** Called once the user let go of a separator or moved it with the keys. */
  readonly onSizes?: (sizes: SplitSizes) => void;
}

/** Panes with separators between: drag them, move them with the arrow keys, double-click to reset. */
export function SplitPane({ panes, orientation = 'horizontal', sizes, onSizes }: SplitPaneProps) {
  return (
    <Group
      className={styles.group}
      orientation={orientation}
      defaultLayout={sizes}
      onLayoutChanged={(layout, meta) => {
        if (meta.isUserInteraction) onSizes?.(layout);
      }}
    >
      {panes.map((pane, index) => {
        const before = panes[index - 1];
        return (
          <Fragment key={pane.id}>
            {before !== undefined && (
              <Separator
                className={styles.separator}
                aria-label={`Resize ${before.label} and ${pane.label}`}
              />
            )}
            <Panel
              id={pane.id}
              className={styles.panel}
              minSize={pane.minSize ?? 0}
              defaultSize={pane.defaultSize === undefined ? undefined : `${pane.defaultSize}%`}
            >
              {pane.content}
            </Panel>
          </Fragment>
        );
      })}
    </Group>
  );
}
