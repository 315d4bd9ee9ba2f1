import { useState } from 'react';
import { Button } from '#kit/Button.tsx';
import { TextField } from '#kit/TextField.tsx';
import styles from './AddByName.module.css';

export interface AddByNameProps {
  /** What is asked for: "ARN of a user, role or group". */
  readonly label: string;
  /** The words on the button. */
  readonly action: string;
  readonly placeholder: string;
  /** What is wrong with a name, or null. */
  readonly problemOf: (name: string) => string | null;
  readonly onAdd: (name: string) => void;
}

/** Adds something to a list by its id or ARN. What is wrong with it is said once it was tried. */
export function AddByName({ label, action, placeholder, problemOf, onAdd }: AddByNameProps) {
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const wanted = name.trim();
  const problem = problemOf(wanted);
  const submit = () => {
    setAsked(problem !== null);
    if (problem !== null) return;
    onAdd(wanted);
    setName('');
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
          value={name}
          onChange={(text) => {
            setName(text);
            setAsked(false);
          }}
          placeholder={placeholder}
          isMono
          {...(isAsked && problem !== null ? { error: problem } : {})}
        />
      </div>
      <Button type="submit" icon="add">
        {action}
      </Button>
    </form>
  );
}
