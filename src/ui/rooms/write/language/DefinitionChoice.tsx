import type { Definition } from '#engine/language/definition.ts';
import { Button } from '#kit/Button.tsx';
import { Dialog } from '#kit/Dialog.tsx';
import styles from './DefinitionChoice.module.css';

export interface DefinitionChoiceProps {
  readonly choices: readonly Definition[];
  readonly onChoose: (chosen: Definition | null) => void;
}

/** Asks which of several things to go to; nothing while there are none. */
export function DefinitionChoice({ choices, onChoose }: DefinitionChoiceProps) {
  return (
    <Dialog title="Go to" size="small" isOpen={choices.length > 0} onClose={() => onChoose(null)}>
      <ul className={styles.list}>
        {choices.map((choice, index) => (
          <li key={index}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was asked for, to choose one of these */}
            <Button variant="quiet" autoFocus={index === 0} onPress={() => onChoose(choice)}>
              {choice.label}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
