import { Icon } from '#kit/Icon.tsx';
import { Kbd } from '#kit/Kbd.tsx';
import { palette } from './palette.ts';
import styles from './HeaderSearch.module.css';

/** The way to the command palette for those who do not know its key, or have none. */
export function HeaderSearch({ onOpen }: { readonly onOpen?: () => void }) {
  return (
    <button
      type="button"
      className={styles.search}
      onClick={() => {
        onOpen?.();
        palette.setState({ isOpen: true });
      }}
    >
      <Icon name="search" />
      <span className={styles.words}>Search commands and recipes</span>
      <Kbd keys="Mod K" />
    </button>
  );
}
