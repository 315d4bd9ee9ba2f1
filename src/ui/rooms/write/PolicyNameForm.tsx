import { useState } from 'react';
import { Button } from '#kit/Button.tsx';
import { TextField } from '#kit/TextField.tsx';
import { policyNameProblem } from './identities.view.ts';
import styles from './inlineForm.module.css';

export interface PolicyNameFormProps {
  readonly label: string;
  readonly start: string;
  /** Names that are taken. */
  readonly present: readonly string[];
  /** The word on the button. */
  readonly action: string;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a policy's name in place. Enter takes it, Esc leaves. */
export function PolicyNameForm({ label, start, present, action, onDone, onCancel }: PolicyNameFormProps) {
  const [name, setName] = useState(start);
  const [isAsked, setAsked] = useState(false);
  const problem = policyNameProblem(name, present);
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
