import { useEffect, useRef, useState } from 'react';
import type { App } from '#state/app.ts';
import { withSuppression } from '#state/suppressionEdits.ts';
import { Button } from '#kit/Button.tsx';
import { TextField } from '#kit/TextField.tsx';
import styles from './SuppressForm.module.css';

export interface SuppressFormProps {
  readonly app: App;
  readonly code: string;
  readonly about: string;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Asks why a finding is meant to stay. The reason is kept in the scenario, so a finding cannot be suppressed without one. */
export function SuppressForm({ app, code, about, onCancel, onDone }: SuppressFormProps) {
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isEmpty = reason.trim() === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        onDone();
        app.workspace
          .getState()
          .edit((scenario) => withSuppression(scenario, { code, about, reason: reason.trim() }));
      }}
    >
      <TextField
        label="Why it is meant to be so"
        value={reason}
        onChange={setReason}
        description="Kept in the scenario, for whoever reads it later."
        ref={field}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <div className={styles.buttons}>
        <Button size="dense" onPress={onCancel}>
          Cancel
        </Button>
        <Button size="dense" variant="primary" type="submit" isDisabled={isEmpty}>
          Suppress
        </Button>
      </div>
    </form>
  );
}
