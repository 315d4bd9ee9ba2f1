import { useRef, useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { tableMove } from '#kit/tableKeys.ts';
import type { CellPlace } from '#kit/tableKeys.ts';
import { useBench } from './bench.ts';
import { GroupTableHead } from './GroupTableHead.tsx';
import { GroupTableRow } from './GroupTableRow.tsx';
import type { Pointed } from './highlight.view.ts';
import type { TableRow, TableSort } from './tableRows.view.ts';
import styles from './GroupTable.module.css';

export interface GroupTableProps {
  readonly rows: readonly TableRow[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

/**
 * Principals × action groups. One tab stop, arrow keys between cells; where there is no room for columns, a list. The table listens for
 * its cells, so that an answer that leaves a cell as it was leaves it undrawn.
 */
export function GroupTable({ rows, sort, onSort }: GroupTableProps) {
  const bench = useBench();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const hovered = useRef<HTMLElement | null>(null);
  const columns = bench.table.groups.length + 1;
  const stop: CellPlace = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns - 1),
  };

  const pointedAt = ({ row, column }: CellPlace): Pointed | null => {
    const principal = rows[row]?.principal;
    if (principal === undefined) return null;
    return { principal: principal.id, group: principal.cells[column - 1]?.group ?? null };
  };
  const toggle = (id: string): boolean => {
    const next = new Set(open);
    const wasOpen = next.delete(id);
    if (!wasOpen) next.add(id);
    setOpen(next);
    return !wasOpen;
  };
  const onClick = (event: SyntheticEvent) => {
    const cell = cellOf(event);
    const at = cell === null ? null : pointedAt(placeOf(cell));
    if (cell === null || at?.principal == null) return;
    if (at.group === null) {
      if (toggle(at.principal)) bench.pin(at);
      return;
    }
    bench.open(at);
    // The list takes its room from below; the cell that opened it stays in sight.
    requestAnimationFrame(() => cell.scrollIntoView({ block: 'nearest' }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event);
    if (cell === null) return;
    const next = tableMove(event.key, event.ctrlKey, stop, { rows: rows.length, columns });
    if (next !== null) {
      event.preventDefault();
      setPlace(next);
      grid.current
        ?.querySelector<HTMLElement>(`[data-row="${next.row}"] [data-column="${next.column}"]`)
        ?.focus();
      return;
    }
    const at = pointedAt(placeOf(cell));
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'a' && isPlain && at !== null && at.group !== null) bench.askStanding(at);
  };
  const hover = (cell: HTMLElement | null) => {
    if (cell === hovered.current) return;
    hovered.current = cell;
    bench.hover(cell === null ? null : pointedAt(placeOf(cell)));
  };

  return (
    <div className={styles.scroll}>
      <table
        className={styles.table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the APG data grid
        role="grid"
        aria-label="Who can do what"
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const cell = cellOf(event);
          if (cell !== null) setPlace(placeOf(cell));
        }}
        onPointerOver={(event) => hover(cellOf(event))}
        onPointerLeave={() => hover(null)}
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
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellOf({ target }: SyntheticEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
}

function placeOf(cell: HTMLElement): CellPlace {
  const row = cell.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return { row: Number(row), column: Number(cell.dataset['column']) };
}
