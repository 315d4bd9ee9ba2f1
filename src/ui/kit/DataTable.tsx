import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRowView } from './DataTableRowView.tsx';
import type { DataColumn, DataRow, DataSort } from './dataTableModel.ts';
import { tableMove } from './tableKeys.ts';
import type { CellPlace } from './tableKeys.ts';
import styles from './DataTable.module.css';

export type { DataCell, DataColumn, DataRow, DataSort } from './dataTableModel.ts';

export interface DataTableProps {
  /** Names the table. */
  readonly label: string;
  /** The first one heads the row headers. */
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  readonly sort?: DataSort;
  readonly onSort?: (columnId: string) => void;
  /** Instead of rows, when there are none. */
  readonly empty?: ReactNode;
  readonly density?: 'default' | 'dense';
}

/** A table whose head and first column stay in view. One tab stop; arrow keys move between cells. */
export function DataTable(props: DataTableProps) {
  const { label, columns, rows, sort, onSort, empty, density = 'default' } = props;
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const body = useRef<HTMLTableElement>(null);
  const stop: CellPlace = {
    row: Math.min(place.row, Math.max(0, rows.length - 1)),
    column: Math.min(place.column, columns.length - 1),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    const next = tableMove(event.key, event.ctrlKey, stop, { rows: rows.length, columns: columns.length });
    if (
      next === null ||
      !(event.target instanceof HTMLElement) ||
      event.target.closest('[data-cell]') === null
    )
      return;
    event.preventDefault();
    setPlace(next);
    body.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };

  return (
    <div className={styles.scroll} data-density={density}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the APG data grid */}
      <table className={styles.table} role="grid" aria-label={label} onKeyDown={onKeyDown} ref={body}>
        <DataTableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody>
          {rows.map((row, index) => (
            <DataTableRowView
              key={row.id}
              row={row}
              index={index}
              columns={columns}
              tabStop={stop.row === index ? stop.column : null}
              groupAbove={row.group !== undefined && row.group !== rows[index - 1]?.group ? row.group : null}
              onFocusCell={(column) => setPlace({ row: index, column })}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}
