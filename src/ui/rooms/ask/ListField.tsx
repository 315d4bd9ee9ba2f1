import type { Json } from '#engine/scenario/scenario.ts';
import { Button } from '#kit/Button.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { TextField } from '#kit/TextField.tsx';
import { listOfParameter, parameterOfList } from './parameterForms.ts';
import { useDraft } from './useDraft.ts';
import styles from './ListField.module.css';

export interface ListFieldProps {
  readonly label: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

/** A parameter that takes a list of texts: one field each. */
export function ListField({ label, value, onChange }: ListFieldProps) {
  const [items, setItems] = useDraft({
    source: value,
    read: listOfParameter,
    write: parameterOfList,
    commit: onChange,
  });
  return (
    <fieldset className={styles.list} aria-label={label}>
      <span className={styles.label}>{label}</span>
      {items.map((item, at) => (
        <div className={styles.item} key={at}>
          <TextField
            label={`${label} ${at + 1}`}
            isLabelHidden
            isMono
            value={item}
            onChange={(text) => setItems(items.map((other, index) => (index === at ? text : other)))}
          />
          <IconButton
            icon="remove"
            label={`Remove ${label} ${at + 1}`}
            onPress={() => setItems(items.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button variant="quiet" size="dense" icon="add" onPress={() => setItems([...items, ''])}>
          Add to {label}
        </Button>
      </div>
    </fieldset>
  );
}
