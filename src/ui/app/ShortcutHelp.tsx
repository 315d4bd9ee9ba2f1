import { Dialog } from '#kit/Dialog.tsx';
import { Kbd } from '#kit/Kbd.tsx';
import { commands } from './commands/commands.ts';
import styles from './ShortcutHelp.module.css';

/** The shortcuts, made from the commands themselves. */
export function ShortcutHelp({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose} size="small">
      <dl className={styles.list}>
        {commands.map(({ id, title, keys }) => (
          <div key={id} className={styles.row}>
            <dt>{title}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
