import { useState } from 'react';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { TextField } from '#kit/TextField.tsx';
import { identityArnProblem } from './identities.view.ts';
import styles from './AddIdentity.module.css';

/** Adds an identity by its ARN. */
export function AddIdentity({ app, present }: { readonly app: App; readonly present: readonly string[] }) {
  const [arn, setArn] = useState('');
  const [isAsked, setAsked] = useState(false);
  const wanted = arn.trim();
  const problem = identityArnProblem(wanted, present);
  const submit = () => {
    setAsked(problem !== null);
    if (problem !== null) return;
    app.workspace.getState().addIdentity({ arn: wanted });
    setArn('');
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
          label="ARN of a user, role or group"
          value={arn}
          onChange={(text) => {
            setArn(text);
            setAsked(false);
          }}
          placeholder="arn:aws:iam::111122223333:role/OrdersApp"
          isMono
          {...(isAsked && problem !== null ? { error: problem } : {})}
        />
      </div>
      <Button type="submit" icon="add">
        Add identity
      </Button>
    </form>
  );
}
