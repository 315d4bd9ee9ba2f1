import { memo } from 'react';
import type { CellValue } from '#engine/access/table.ts';
import { ImageMark } from '#kit/ImageMark.tsx';
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
}

export function GroupTableRow({ row, index, stop, isOpen }: GroupTableRowProps) {
  const { lit } = useBench();
  const { principal, heading, isMember, startsSection } = row;
  // Under its account's row the account's number says nothing new.
  const isSaidAbove = isMember && principal.detail === principal.account;
  return (
    <>
      {heading !== null && (
        <tr className={styles.headingRow}>
          <th scope="rowgroup" colSpan={principal.cells.length + 1} className={styles.heading}>
            {heading}
          </th>
        </tr>
      )}
      <tr className={styles.row} data-row={index} data-starts={startsSection && heading === null}>
        <RowHead
          isStop={stop === 0}
          label={principal.label}
          detail={principal.detail}
          isSaidAbove={isSaidAbove}
          isMember={isMember}
          isOpen={isOpen}
          isLit={lit.nodes.has(principal.id)}
        />
        {principal.cells.map((cell, column) => {
          const { figure, word } = cellWords(cell);
          return (
            <Cell
              key={cell.group}
              column={column + 1}
              isStop={stop === column + 1}
              group={cell.group}
              value={cell.value}
              figure={figure}
              word={word}
              sentence={`${principal.label}, ${cell.group}. ${cellSentence(cell)}`}
              isLit={isCellLit(lit, principal.id, cell.group)}
            />
          );
        })}
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

/**
 * What stands at one place of the grid. Plain values only, which say whether it has to be drawn anew; its row is not among them, so that
 * one that comes or goes moves the others undrawn. The grid finds a place by `data-row` and `data-column`.
 */
interface PlaceProps {
  readonly isStop: boolean;
  readonly isLit: boolean;
}

interface RowHeadProps extends PlaceProps {
  readonly label: string;
  readonly detail: string;
  readonly isSaidAbove: boolean;
  readonly isMember: boolean;
  readonly isOpen: boolean;
}

const RowHead = memo(function RowHead(props: RowHeadProps) {
  const { isStop, isLit, label, detail, isSaidAbove, isMember, isOpen } = props;
  return (
    <th scope="row" className={styles.rowHead} data-lit={isLit} data-member={isMember}>
      <button
        type="button"
        className={styles.principal}
        aria-expanded={isOpen}
        aria-label={detail === '' ? label : `${label}, ${detail}`}
        data-column={0}
        tabIndex={isStop ? 0 : -1}
      >
        <ImageMark name={isOpen ? 'open' : 'closed'} size={12} />
        <span>
          <span className={styles.label}>
            <Breakable text={label} />
          </span>
          {!isSaidAbove && <span className={styles.detail}>{detail}</span>}
        </span>
      </button>
    </th>
  );
});

interface CellProps extends PlaceProps {
  readonly column: number;
  readonly group: string;
  readonly value: CellValue;
  readonly figure: string;
  readonly word: string;
  readonly sentence: string;
}

const Cell = memo(function Cell(props: CellProps) {
  const { column, isStop, isLit, group, value, figure, word, sentence } = props;
  return (
    <td className={styles.cell} data-lit={isLit}>
      <button
        type="button"
        className={styles.button}
        data-value={value}
        aria-label={sentence}
        data-column={column}
        tabIndex={isStop ? 0 : -1}
      >
        <span className={styles.group}>{group}</span>
        <ImageMark name={valueMark[value]} size={14} />
        <span className={styles.words}>
          <span className={styles.figure}>{figure}</span>{' '}
          <span className={styles.word} data-also={value === 'allowed' && word !== ''}>
            {word}
          </span>
        </span>
      </button>
    </td>
  );
});
