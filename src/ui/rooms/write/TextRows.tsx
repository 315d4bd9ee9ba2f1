import { useEffect, useRef } from 'react';
import { Button } from '#kit/Button.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { TextField } from '#kit/TextField.tsx';
import styles from './TextRows.module.css';

export interface TextRowsProps {
  /** Names the group: "Aliases". */
  readonly label: string;
  /** Names one row: "Alias". */
  readonly rowLabel: string;
  readonly addLabel: string;
  readonly rows: readonly string[];
  readonly onChange: (rows: readonly string[]) => void;
  /** What is wrong with a row, or null. */
  readonly problemOf: (row: string, index: number) => string | null;
  readonly placeholder?: string;
}

/** A list of texts, a field each. */
export function TextRows({
  label,
  rowLabel,
  addLabel,
  rows,
  onChange,
  problemOf,
  placeholder,
}: TextRowsProps) {
  const root = useRef<HTMLFieldSetElement>(null);
  const focusLast = useRef(false);
  useEffect(() => {
    if (!focusLast.current) return;
    focusLast.current = false;
    [...(root.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
  }, [rows]);
  return (
    <fieldset className={styles.rows} ref={root}>
      <legend className={styles.legend}>{label}</legend>
      {rows.map((row, index) => {
        const problem = problemOf(row, index);
        return (
          <div className={styles.row} key={index}>
            <TextField
              label={`${rowLabel} ${index + 1}`}
              isLabelHidden
              value={row}
              onChange={(text) => onChange(rows.map((other, at) => (at === index ? text : other)))}
              isMono
              {...(placeholder === undefined ? {} : { placeholder })}
              {...(problem === null ? {} : { error: problem })}
            />
            <IconButton
              icon="remove"
              label={`Remove ${row === '' ? `${rowLabel} ${index + 1}` : row}`}
              onPress={() => onChange(rows.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      <div>
        <Button
          variant="quiet"
          size="dense"
          icon="add"
          onPress={() => {
            focusLast.current = true;
            onChange([...rows, '']);
          }}
        >
          {addLabel}
        </Button>
      </div>
    </fieldset>
  );
}
