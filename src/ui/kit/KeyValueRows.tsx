import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { classNames } from './classNames.ts';
import { duplicateKeys, replaceRow, withoutRow } from './keyValue.ts';
import type { KeyValue } from './keyValue.ts';
import field from './field.module.css';
import styles from './KeyValueRows.module.css';

export type { KeyValue } from './keyValue.ts';

export interface KeyValueRowsProps {
  /** Names the group: "Encryption context". */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly rows: readonly KeyValue[];
  readonly onChange: (rows: readonly KeyValue[]) => void;
  readonly keyLabel?: string;
  readonly valueLabel?: string;
  /** What to call one more: "Add pair". */
  readonly addLabel?: string;
  /** Offered while typing a key. */
  readonly keySuggestions?: readonly string[];
  readonly description?: string;
}

/** Editable pairs. Enter in a value adds a row; Backspace in an empty key removes it. */
export function KeyValueRows(props: KeyValueRowsProps) {
  const { label, rows, onChange, keyLabel = 'Key', valueLabel = 'Value', keySuggestions = [] } = props;
  const id = useId();
  const duplicates = duplicateKeys(rows);
  const root = useRef<HTMLFieldSetElement>(null);
  const focusNext = useRef<string | null>(null);

  useEffect(() => {
    if (focusNext.current === null) return;
    root.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  }, [rows]);

  const add = () => {
    focusNext.current = `[data-key="${rows.length}"]`;
    onChange([...rows, { key: '', value: '' }]);
  };
  const remove = (index: number) => {
    focusNext.current = rows.length === 1 ? '[data-add] button' : `[data-key="${Math.max(0, index - 1)}"]`;
    onChange(withoutRow(rows, index));
  };
  const onKeyInKey = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Backspace' || rows[index]?.key !== '' || rows[index].value !== '') return;
    event.preventDefault();
    remove(index);
  };
  const onKeyInValue = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };

  return (
    <fieldset className={styles.rows} ref={root}>
      <legend className={props.isLabelHidden === true ? field.hiddenLabel : field.label}>{label}</legend>
      {rows.map((row, index) => (
        <div className={styles.row} key={index}>
          <input
            className={classNames(field.control, field.mono)}
            aria-label={`${keyLabel} ${index + 1}`}
            placeholder={keyLabel}
            value={row.key}
            spellCheck={false}
            autoComplete="off"
            list={`${id}-keys`}
            data-key={index}
            {...(duplicates.has(index)
              ? { 'aria-invalid': true, 'aria-describedby': `${id}-duplicate`, 'data-invalid': true }
              : {})}
            onChange={(event) => onChange(replaceRow(rows, index, { ...row, key: event.target.value }))}
            onKeyDown={(event) => onKeyInKey(event, index)}
          />
          <input
            className={classNames(field.control, field.mono)}
            aria-label={`${valueLabel} ${index + 1}`}
            placeholder={valueLabel}
            value={row.value}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(replaceRow(rows, index, { ...row, value: event.target.value }))}
            onKeyDown={onKeyInValue}
          />
          <IconButton
            icon="remove"
            label={`Remove ${row.key === '' ? `row ${index + 1}` : row.key}`}
            onPress={() => remove(index)}
          />
        </div>
      ))}
      {duplicates.size > 0 && (
        <p className={field.error} id={`${id}-duplicate`}>
          <Icon name="warning" />
          <span>The same key stands here twice. Only one can be sent.</span>
        </p>
      )}
      {props.description !== undefined && <p className={field.description}>{props.description}</p>}
      <div className={styles.add} data-add>
        <Button variant="quiet" icon="add" size="dense" onPress={add}>
          {props.addLabel ?? 'Add pair'}
        </Button>
      </div>
      <datalist id={`${id}-keys`}>
        {keySuggestions.map((key) => (
          <option key={key} value={key}>
            {key}
          </option>
        ))}
      </datalist>
    </fieldset>
  );
}
