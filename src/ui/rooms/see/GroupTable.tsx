import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { tableMove } from '#kit/tableKeys.ts';
import type { CellPlace } from '#kit/tableKeys.ts';
import { useBench } from './bench.ts';
import { GroupTableHead } from './GroupTableHead.tsx';
import { GroupTableRow } from './GroupTableRow.tsx';
import type { TableRow, TableSort } from './tableRows.view.ts';
import styles from './GroupTable.module.css';

export interface GroupTableProps {
  readonly rows: readonly TableRow[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

/** Principals × action groups. One tab stop, arrow keys between cells; where there is no room for columns, a list. */
export function GroupTable({ rows, sort, onSort }: GroupTableProps) {
  const { table } = useBench();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const columns = table.groups.length + 1;
  const stop: CellPlace = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns - 1),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isCell = event.target instanceof HTMLElement && event.target.dataset['cell'] !== undefined;
    const next = isCell ? tableMove(event.key, event.ctrlKey, stop, { rows: rows.length, columns }) : null;
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };

  return (
    <div className={styles.scroll}>
      <table
        className={styles.table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the APG data grid
        role="grid"
        aria-label="Who can do what"
        onKeyDown={onKeyDown}
        ref={grid}
      >
        <GroupTableHead sort={sort} onSort={onSort} />
        <tbody>
          {rows.map((row, index) => (
            <GroupTableRow
              key={row.principal.id}
              row={row}
              index={index}
              stop={stop.row === index ? stop.column : null}
              isOpen={open.has(row.principal.id)}
              onToggle={() => toggle(row.principal.id)}
              onPlace={(column) => setPlace({ row: index, column })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
