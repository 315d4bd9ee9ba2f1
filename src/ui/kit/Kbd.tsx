import { isMacPlatform, shortcutKeys } from './shortcutKeys.ts';
import styles from './Kbd.module.css';

export interface KbdProps {
  /** Keys with spaces between: `Mod K`, `Shift F6`, `g then w`. `Mod` is ⌘ on a Mac, Ctrl elsewhere. */
  readonly keys: string;
}

export function Kbd({ keys }: KbdProps) {
  return (
    <kbd className={styles.keys}>
      {shortcutKeys(keys, isMacPlatform()).map((key, index) =>
        key === 'then' ? (
          <span key={index}> then </span>
        ) : (
          <kbd key={index} className={styles.key}>
            {key}
          </kbd>
        ),
      )}
    </kbd>
  );
}
