import type { ReactNode } from 'react';
import styles from './WordButton.module.css';

export interface WordButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Of the element that says what it is about. */
  readonly 'aria-describedby'?: string;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
}

/** What can be done with a row, as a word beside it. */
export function WordButton({ children, onPress, ...aria }: WordButtonProps) {
  return (
    <button type="button" className={styles.word} onClick={onPress} {...aria}>
      {children}
    </button>
  );
}
