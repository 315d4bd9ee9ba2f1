import type { GroupCell } from '#engine/access/table.ts';
import { Icon } from '#kit/Icon.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { useBench } from './bench.ts';
import { Breakable } from './Breakable.tsx';
import { isCellLit } from './highlight.view.ts';
import { PrincipalActions } from './PrincipalActions.tsx';
import type { TableRow } from './tableRows.view.ts';
import { cellSentence, cellWords, valueMark } from './words.view.ts';
import styles from './GroupTable.module.css';

export interface GroupTableRowProps {
  readonly row: TableRow;
  readonly index: number;
  /** The column Tab reaches, if it is in this row. */
  readonly stop: number | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onPlace: (column: number) => void;
}

export function GroupTableRow({ row, index, stop, isOpen, onToggle, onPlace }: GroupTableRowProps) {
  const bench = useBench();
  const { principal, heading, isMember, startsSection } = row;
  const at = { principal: principal.id, group: null };
  // Under its account's row the account's number says nothing new.
  const isSaidAbove = isMember && principal.detail === principal.account;
  const shared = (column: number) => ({
    'data-cell': `${index} ${column}`,
    tabIndex: stop === column ? 0 : -1,
    onFocus: () => onPlace(column),
  });
  return (
    <>
      {heading !== null && (
        <tr className={styles.headingRow}>
          <th scope="rowgroup" colSpan={principal.cells.length + 1} className={styles.heading}>
            {heading}
          </th>
        </tr>
      )}
      <tr className={styles.row} data-starts={startsSection && heading === null}>
        <th
          scope="row"
          className={styles.rowHead}
          data-lit={bench.lit.nodes.has(principal.id)}
          data-member={isMember}
        >
          <button
            type="button"
            className={styles.principal}
            aria-expanded={isOpen}
            aria-label={principal.detail === '' ? principal.label : `${principal.label}, ${principal.detail}`}
            onClick={() => {
              onToggle();
              if (!isOpen) bench.pin(at);
            }}
            onPointerEnter={() => bench.hover(at)}
            onPointerLeave={() => bench.hover(null)}
            {...shared(0)}
          >
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={12} />
            <span>
              <span className={styles.label}>
                <Breakable text={principal.label} />
              </span>
              {!isSaidAbove && <span className={styles.detail}>{principal.detail}</span>}
            </span>
          </button>
        </th>
        {principal.cells.map((cell, column) => (
          <td
            key={cell.group}
            className={styles.cell}
            data-lit={isCellLit(bench.lit, principal.id, cell.group)}
          >
            <CellButton
              principal={principal.id}
              label={principal.label}
              cell={cell}
              shared={shared(column + 1)}
            />
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr className={styles.detailRow}>
          <td colSpan={principal.cells.length + 1} className={styles.detailCell}>
            <PrincipalActions principal={principal} />
          </td>
        </tr>
      )}
    </>
  );
}

interface CellButtonProps {
  readonly principal: string;
  readonly label: string;
  readonly cell: GroupCell;
  readonly shared: { readonly tabIndex: number; readonly onFocus: () => void };
}

function CellButton({ principal, label, cell, shared }: CellButtonProps) {
  const bench = useBench();
  const at = { principal, group: cell.group };
  const { figure, word } = cellWords(cell);
  return (
    <button
      type="button"
      className={styles.button}
      data-value={cell.value}
      aria-label={`${label}, ${cell.group}. ${cellSentence(cell)}`}
      onClick={(event) => {
        const button = event.currentTarget;
        bench.open(at);
        // The list takes its room from below; the cell that opened it stays in sight.
        requestAnimationFrame(() => button.scrollIntoView({ block: 'nearest' }));
      }}
      onKeyDown={(event) => {
        if (event.key === 'a' && !event.ctrlKey && !event.metaKey && !event.altKey) bench.askStanding(at);
      }}
      onPointerEnter={() => bench.hover(at)}
      onPointerLeave={() => bench.hover(null)}
      {...shared}
    >
      <span className={styles.group}>{cell.group}</span>
      <VerdictMark kind={valueMark[cell.value]} size={14} />
      <span className={styles.words}>
        <span className={styles.figure}>{figure}</span>{' '}
        <span className={styles.word} data-also={cell.value === 'allowed' && word !== ''}>
          {word}
        </span>
      </span>
    </button>
  );
}
