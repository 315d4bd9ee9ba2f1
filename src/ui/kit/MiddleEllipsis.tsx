import { classNames } from './classNames.ts';
import styles from './MiddleEllipsis.module.css';

export interface MiddleEllipsisProps {
  readonly text: string;
  /** How many characters at the end always stay. Default 14. */
  readonly tail?: number;
  readonly className?: string;
}

/**
 * One line that gives up its middle when it must, because an ARN's ends tell most. The full text stays in the page
 * for readers and copying; give it a way to be seen whole (focus, tooltip) where it is used.
 */
export function MiddleEllipsis({ text, tail = 14, className }: MiddleEllipsisProps) {
  const cut = Math.max(0, text.length - tail);
  return (
    <span className={classNames(styles.text, className)} title={text}>
      <span className={styles.head}>{text.slice(0, cut)}</span>
      <span className={styles.tail}>{text.slice(cut)}</span>
    </span>
  );
}
