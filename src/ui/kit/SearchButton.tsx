import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './SearchButton.module.css';

export interface SearchButtonProps {
  /** "Search or run a command…" */
  readonly children: string;
  readonly shortcut: string;
  readonly onPress: () => void;
}

/** Looks like a search field, opens the palette. On narrow pages it is an icon. */
export function SearchButton({ children, shortcut, onPress }: SearchButtonProps) {
  return (
    <button type="button" className={styles.button} onClick={onPress} aria-label={children}>
      <span className={styles.icon}>
        <Icon name="search" />
      </span>
      <span className={styles.text}>{children}</span>
      <span className={styles.keys}>
        <Kbd keys={shortcut} />
      </span>
    </button>
  );
}
