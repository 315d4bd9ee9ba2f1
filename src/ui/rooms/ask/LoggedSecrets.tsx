import type { LoggedSecret } from '#engine/secrets/loggedSecrets.ts';
import { Button } from '#kit/Button.tsx';
import { Callout } from '#kit/Callout.tsx';
import { RichText } from '#kit/RichText.tsx';
import { secretPhrase } from './cloudTrail.view.ts';
import styles from './LoggedSecrets.module.css';

export interface LoggedSecretsProps {
  readonly secrets: readonly LoggedSecret[];
  readonly onShow: () => void;
}

/** Said without being asked: a secret that is sent like this is no secret any more. */
export function LoggedSecrets({ secrets, onShow }: LoggedSecretsProps) {
  if (secrets.length === 0) return null;
  return (
    <Callout
      tone="attention"
      title="CloudTrail will hold this in plaintext"
      actions={
        <Button size="dense" onPress={onShow}>
          Show the record
        </Button>
      }
    >
      <ul className={styles.secrets}>
        {secrets.map((secret) => (
          <li key={`${secret.parameter} ${secret.key}`}>
            <RichText phrase={secretPhrase(secret)} />
          </li>
        ))}
      </ul>
    </Callout>
  );
}
