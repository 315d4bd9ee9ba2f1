import { Icon } from './Icon.tsx';
import styles from './StatusBar.module.css';

export interface StatusChipProps {
  /** What is pinned: a statement's name. */
  readonly children: string;
  /** Spoken on the button: "Clear focus on DenyOutsideOrg". */
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

/** The pinned focus, under the highlighter, with a way to let go of it. */
export function StatusChip({ children, removeLabel, onRemove }: StatusChipProps) {
  return (
    <span className={styles.chip}>
      {children}
      <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
