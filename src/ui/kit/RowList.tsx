import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './RowList.module.css';

export interface RowListProps {
  /** Names the group: "Aliases". */
  readonly label: string;
  readonly rows: readonly string[];
  readonly onChange: (rows: readonly string[]) => void;
  /** Names one row for those who hear it: "Alias 2". */
  readonly rowLabel: (index: number) => string;
  /** The field of one row. */
  readonly field: (row: string, index: number, change: (row: string) => void) => ReactNode;
  /** The button that adds a row; without it there are as many as there are. */
  readonly add?: { readonly words: string; readonly label?: string };
  /** Whether the last row can be removed as well. */
  readonly canBeEmpty: boolean;
  readonly note?: string;
  /** Takes the keyboard when it appears. */
  readonly isFirst?: boolean;
}

/** Texts in fields, one below the other; a new row takes the keyboard. */
export function RowList({
  label,
  rows,
  onChange,
  rowLabel,
  field,
  add,
  canBeEmpty,
  note = '',
  isFirst = false,
}: RowListProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  const focusLast = useRef(false);
  const noteId = useId();
  useEffect(() => {
    if (isFirst) root.current?.querySelector('input')?.focus();
  }, [isFirst]);
  useEffect(() => {
    if (!focusLast.current) return;
    focusLast.current = false;
    [...(root.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
  }, [rows]);
  return (
    <fieldset className={styles.rows} ref={root} {...(note !== '' && { 'aria-describedby': noteId })}>
      <legend className={styles.legend}>{label}</legend>
      {rows.map((row, index) => (
        <div className={styles.row} key={index}>
          <div>
            {field(row, index, (text) => onChange(rows.map((other, at) => (at === index ? text : other))))}
          </div>
          {(canBeEmpty || rows.length > 1) && (
            <IconButton
              icon="remove"
              label={`Remove ${row === '' ? rowLabel(index) : row}`}
              onPress={() => onChange(rows.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {note !== '' && (
        <p id={noteId} className={styles.note}>
          {note}
        </p>
      )}
      {add !== undefined && (
        <div>
          <Button
            variant="quiet"
            size="dense"
            icon="add"
            {...(add.label !== undefined && { 'aria-label': add.label })}
            onPress={() => {
              focusLast.current = true;
              onChange([...rows, '']);
            }}
          >
            {add.words}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
