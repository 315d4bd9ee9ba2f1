import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '#kit/Icon.tsx';
import styles from './Details.module.css';

export interface DetailsProps {
  /** What stands beside the word while it is closed. */
  readonly summary: ReactNode;
  readonly label?: string;
  readonly children: () => ReactNode;
}

/** Facts that are seldom changed, a press away. */
export function Details({ summary, label = 'Details', children }: DetailsProps) {
  const [isOpen, setOpen] = useState(false);
  const body = useId();
  return (
    <div className={styles.facts}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
        {label}
        {!isOpen && <span className={styles.soft}>{summary}</span>}
      </button>
      <div id={body} hidden={!isOpen}>
        {isOpen && <div className={styles.fields}>{children()}</div>}
      </div>
    </div>
  );
}
