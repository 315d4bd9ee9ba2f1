import { DataTableCell } from './DataTableCell.tsx';
import type { DataColumn, DataRow } from './dataTableModel.ts';
import styles from './DataTable.module.css';

export interface DataTableRowViewProps {
  readonly row: DataRow;
  readonly index: number;
  readonly columns: readonly DataColumn[];
  /** The column that Tab reaches, if it is in this row. */
  readonly tabStop: number | null;
  readonly groupAbove: string | null;
  readonly onFocusCell: (column: number) => void;
}

export function DataTableRowView({
  row,
  index,
  columns,
  tabStop,
  groupAbove,
  onFocusCell,
}: DataTableRowViewProps) {
  return (
    <>
      {groupAbove !== null && (
        <tr>
          <th className={styles.group} colSpan={columns.length} scope="colgroup">
            <span className={styles.groupName}>{groupAbove}</span>
          </th>
        </tr>
      )}
      <tr className={styles.row}>
        <DataTableCell
          cell={row.header}
          place={`${index} 0`}
          isTabStop={tabStop === 0}
          onFocus={() => onFocusCell(0)}
        />
        {columns.slice(1).map((column, at) => (
          <DataTableCell
            key={column.id}
            cell={row.cells[at] ?? { content: null }}
            column={column}
            place={`${index} ${at + 1}`}
            isTabStop={tabStop === at + 1}
            onFocus={() => onFocusCell(at + 1)}
          />
        ))}
      </tr>
      {row.detail !== undefined && (
        <tr>
          <td className={styles.detail} colSpan={columns.length}>
            {row.detail}
          </td>
        </tr>
      )}
    </>
  );
}
