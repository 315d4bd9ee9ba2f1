import { Icon } from './Icon.tsx';
import type { DataColumn, DataSort } from './dataTableModel.ts';
import styles from './DataTable.module.css';

export interface DataTableHeadProps {
  readonly columns: readonly DataColumn[];
  readonly sort: DataSort | undefined;
  readonly onSort: ((columnId: string) => void) | undefined;
}

export function DataTableHead({ columns, sort, onSort }: DataTableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = sort?.columnId === column.id ? sort.direction : 'none';
          const canSort = column.isSortable === true && onSort !== undefined;
          return (
            <th
              key={column.id}
              scope="col"
              className={styles.head}
              data-align={column.align ?? 'start'}
              style={{ width: column.width }}
              aria-sort={canSort ? direction : undefined}
            >
              {canSort ? (
                <button type="button" className={styles.sort} onClick={() => onSort(column.id)}>
                  <Heading column={column} />
                  <span className={styles.direction} data-direction={direction}>
                    <Icon name="chevronDown" size={12} />
                  </span>
                </button>
              ) : (
                <Heading column={column} />
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Heading({ column }: { readonly column: DataColumn }) {
  return (
    <span className={styles.heading}>
      {column.header}
      {column.secondary !== undefined && <span className={styles.headSecondary}>{column.secondary}</span>}
    </span>
  );
}
