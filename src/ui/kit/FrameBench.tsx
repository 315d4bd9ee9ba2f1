import { Fragment } from 'react';
import { Group, Separator } from 'react-resizable-panels';
import { FrameColumnView } from './FrameColumnView.tsx';
import type { FrameColumn, PaneId } from './frameColumns.ts';
import type { FramePanes, FrameSizes } from './framePanes.ts';
import type { Layout } from './useLayout.ts';
import split from './SplitPane.module.css';

export interface FrameBenchProps {
  readonly columns: readonly FrameColumn[];
  readonly panes: FramePanes;
  readonly recent: readonly PaneId[];
  readonly hosts: Readonly<Record<PaneId, HTMLElement>>;
  readonly onPane: (pane: PaneId) => void;
  readonly layout: Layout;
  readonly sizesKey: string;
  readonly sizes: FrameSizes | undefined;
  readonly onSizes: ((sizes: FrameSizes) => void) | undefined;
}

/** The columns and the separators between them. */
export function FrameBench({
  columns,
  panes,
  layout,
  sizesKey,
  sizes = {},
  onSizes,
  ...rest
}: FrameBenchProps) {
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  const remembered = layout === 'narrow' ? undefined : sizes[layout];
  const fits = remembered !== undefined && columns.every((column) => column.id in remembered);
  return (
    <Group
      key={`${sizesKey} ${columns.map((column) => column.id).join(' ')}`}
      className={split.group}
      defaultLayout={fits ? remembered : undefined}
      onLayoutChanged={(next, meta) => {
        if (meta.isUserInteraction && layout !== 'narrow') onSizes?.({ ...sizes, [layout]: next });
      }}
    >
      {columns.map((column, index) => (
        <Fragment key={column.id}>
          {index > 0 && (
            <Separator
              className={split.separator}
              aria-label={`Resize ${columnName(columns[index - 1], panes)} and ${columnName(column, panes)}`}
            />
          )}
          <FrameColumnView column={column} share={(100 * column.share) / total} panes={panes} {...rest} />
        </Fragment>
      ))}
    </Group>
  );
}

function columnName(column: FrameColumn | undefined, panes: FramePanes): string {
  return (column?.panes ?? []).map((id) => panes[id]?.label ?? id).join(' and ');
}
