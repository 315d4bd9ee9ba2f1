import { Dialog } from '#kit/Dialog.tsx';
import { Kbd } from '#kit/Kbd.tsx';
import { commands } from './commands/commands.ts';
import { editorKeys } from './commands/editorKeys.ts';
import styles from './ShortcutHelp.module.css';

/** The shortcuts, made from the commands themselves, then the editor's own. */
export function ShortcutHelp({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose} size="small">
      <ShortcutList shortcuts={commands} />
      <h3 className={styles.heading}>In the editor</h3>
      <ShortcutList shortcuts={editorKeys} />
    </Dialog>
  );
}

interface ShortcutListProps {
  readonly shortcuts: readonly { readonly title: string; readonly keys: string }[];
}

function ShortcutList({ shortcuts }: ShortcutListProps) {
  return (
    <dl className={styles.list}>
      {shortcuts.map(({ title, keys }) => (
        <div key={title} className={styles.row}>
          <dt>{title}</dt>
          <dd>
            <Kbd keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
