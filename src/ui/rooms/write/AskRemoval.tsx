import { Button } from '#kit/Button.tsx';
import { Code } from '#kit/Code.tsx';
import styles from './inlineForm.module.css';

export interface AskRemovalProps {
  readonly name: string;
  /** What goes with it. */
  readonly loses?: string;
  readonly onRemove: () => void;
  readonly onKeep: () => void;
}

/** Asks in place before a text is lost. Keeping it is what Enter does first. */
export function AskRemoval({ name, loses, onRemove, onKeep }: AskRemovalProps) {
  return (
    <fieldset className={styles.ask} aria-label={`Remove ${name}?`}>
      <span className={styles.question}>
        Remove <Code>{name}</Code>
        {loses !== undefined && ` ${loses}`}?
      </span>
      <Button size="dense" onPress={onRemove}>
        Remove
      </Button>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question takes the place of the button that had the focus */}
      <Button size="dense" variant="primary" autoFocus onPress={onKeep}>
        Keep
      </Button>
    </fieldset>
  );
}
