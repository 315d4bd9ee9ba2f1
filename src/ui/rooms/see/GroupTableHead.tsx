import { Icon } from '#kit/Icon.tsx';
import { useBench } from './bench.ts';
import { bySubject, nextSort } from './tableRows.view.ts';
import type { TableSort } from './tableRows.view.ts';
import styles from './GroupTable.module.css';

export interface GroupTableHeadProps {
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

export function GroupTableHead({ sort, onSort }: GroupTableHeadProps) {
  const { table } = useBench();
  const columns = [
    { by: bySubject, words: 'Principal' },
    ...table.groups.map((group) => ({ by: group.name, words: group.name })),
  ];
  return (
    <thead className={styles.heads}>
      <tr>
        {columns.map(({ by, words }) => {
          const direction = sort.by === by ? sort.direction : 'none';
          return (
            <th key={by} scope="col" className={styles.head} aria-sort={direction}>
              <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, by))}>
                {words}
                <span className={styles.direction} data-direction={direction}>
                  <Icon name="chevronDown" size={10} />
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
