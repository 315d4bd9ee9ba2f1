import { useState } from 'react';
import { Button } from '#kit/Button.tsx';
import { TextField } from '#kit/TextField.tsx';
import styles from './inlineForm.module.css';

export interface NameFormProps {
  readonly label: string;
  readonly start: string;
  /** What is wrong with a name, or null. */
  readonly problemOf: (name: string) => string | null;
  /** The word on the button. */
  readonly action: string;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a name in place. Enter takes it, Esc leaves. */
export function NameForm({ label, start, problemOf, action, onDone, onCancel }: NameFormProps) {
  const [name, setName] = useState(start);
  const [isAsked, setAsked] = useState(false);
  const problem = problemOf(name);
  const submit = () => {
    setAsked(true);
    if (problem === null) onDone(name);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.field}>
        <TextField
          label={label}
          isLabelHidden
          value={name}
          onChange={setName}
          isMono
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field takes the place of the button that had the focus
          autoFocus
          {...(problem !== null && (isAsked || name !== '') ? { error: problem } : {})}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onCancel();
          }}
        />
      </div>
      <Button type="submit">{action}</Button>
      <Button variant="quiet" onPress={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
