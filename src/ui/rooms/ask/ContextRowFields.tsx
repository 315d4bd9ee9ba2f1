import { Button } from '#kit/Button.tsx';
import { ComboBox } from '#kit/ComboBox.tsx';
import { Icon } from '#kit/Icon.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { Select } from '#kit/Select.tsx';
import { TextField } from '#kit/TextField.tsx';
import { withKey, withState, withValues } from './contextRows.ts';
import type { ContextRow } from './contextRows.ts';
import type { SlotOption } from './slotOptions.ts';
import styles from './ContextField.module.css';

export interface ContextRowFieldsProps {
  readonly index: number;
  readonly row: ContextRow;
  readonly options: readonly SlotOption[];
  readonly isRepeated: boolean;
  readonly onChange: (row: ContextRow) => void;
  readonly onRemove: () => void;
}

const states: readonly { readonly id: ContextRow['state']; readonly text: string }[] = [
  { id: 'value', text: 'is' },
  { id: 'list', text: 'is a list' },
  { id: 'absent', text: 'is absent' },
];

export function ContextRowFields({
  index,
  row,
  options,
  isRepeated,
  onChange,
  onRemove,
}: ContextRowFieldsProps) {
  const name = row.key === '' ? `Context key ${index + 1}` : row.key;
  return (
    <div className={styles.row} data-row={index}>
      <div data-part="key">
        <ComboBox
          label={`Context key ${index + 1}`}
          isLabelHidden
          value={row.key}
          options={options}
          placeholder="aws:PrincipalOrgID"
          onChange={(key) => onChange(withKey(row, key))}
        />
      </div>
      <Select
        label={`${name}: value or absent`}
        isLabelHidden
        variant="quiet"
        options={states}
        value={row.state}
        onChange={(id) => onChange(withState(row, states.find((state) => state.id === id)?.id ?? 'value'))}
      />
      <IconButton icon="remove" label={`Remove ${name}`} onPress={onRemove} />
      {row.state !== 'absent' && (
        <div className={styles.values} data-part="values">
          <Values name={name} row={row} onChange={onChange} />
        </div>
      )}
      {isRepeated && (
        <p className={styles.note}>
          <Icon name="warning" size={14} />
          The same key stands here twice; case does not tell keys apart.
        </p>
      )}
    </div>
  );
}

function Values({
  name,
  row,
  onChange,
}: {
  readonly name: string;
  readonly row: ContextRow;
  readonly onChange: (row: ContextRow) => void;
}) {
  const isList = row.state === 'list';
  const set = (at: number, value: string) =>
    onChange(
      withValues(
        row,
        row.values.map((other, index) => (index === at ? value : other)),
      ),
    );
  return (
    <>
      {row.values.map((value, at) => (
        <div className={styles.value} key={at}>
          <TextField
            label={isList ? `${name}: value ${at + 1}` : `${name}: value`}
            isLabelHidden
            isMono
            value={value}
            placeholder="Value"
            onChange={(text) => set(at, text)}
          />
          {isList && (
            <IconButton
              icon="close"
              label={`Remove value ${at + 1} of ${name}`}
              onPress={() =>
                onChange(
                  withValues(
                    row,
                    row.values.filter((_, index) => index !== at),
                  ),
                )
              }
            />
          )}
        </div>
      ))}
      {isList && (
        <div>
          <Button
            variant="quiet"
            size="dense"
            icon="add"
            onPress={() => onChange(withValues(row, [...row.values, '']))}
          >
            Add value
          </Button>
        </div>
      )}
    </>
  );
}
