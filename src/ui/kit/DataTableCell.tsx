import { classNames } from './classNames.ts';
import type { DataCell, DataColumn } from './dataTableModel.ts';
import styles from './DataTable.module.css';

export interface DataTableCellProps {
  readonly cell: DataCell;
  /** Left out for the row's header. */
  readonly column?: DataColumn | undefined;
  /** "row column", for moving focus. */
  readonly place: string;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}

/** What takes focus is the button, or the cell itself when there is nothing to press. */
export function DataTableCell({ cell, column, place, isTabStop, onFocus }: DataTableCellProps) {
  const { onPress } = cell;
  const stop = { 'data-cell': place, tabIndex: isTabStop ? 0 : -1, onFocus };
  const ground = {
    className: classNames(
      column === undefined ? styles.rowHead : styles.cell,
      column?.isWrapping && styles.wrapping,
      cell.isHighlighted && styles.highlighted,
    ),
    'data-align': column?.align ?? 'start',
    onPointerEnter: () => cell.onPoint?.(true),
    onPointerLeave: () => cell.onPoint?.(false),
    ...(onPress === undefined && { ...stop, 'aria-label': cell.label }),
  };
  const content =
    onPress === undefined ? (
      <span className={styles.text}>{cell.content}</span>
    ) : (
      <button
        type="button"
        className={styles.button}
        aria-label={cell.label}
        onClick={() => onPress()}
        {...stop}
      >
        {cell.content}
      </button>
    );
  return column === undefined ? (
    <th scope="row" {...ground}>
      {content}
    </th>
  ) : (
    <td {...ground}>{content}</td>
  );
}
