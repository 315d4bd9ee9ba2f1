import { useId } from 'react';
import type { ReactNode, Ref } from 'react';
import { Icon } from '#kit/Icon.tsx';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  readonly ref?: Ref<HTMLElement>;
  readonly title: string;
  /** A word or number after the title. */
  readonly count?: string | number;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A part of the answer that is closed until asked for. */
export function Disclosure({ ref, title, count, isOpen, onToggle, children }: DisclosureProps) {
  const id = useId();
  return (
    <section ref={ref}>
      <h3 className={styles.title}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onToggle(!isOpen)}
        >
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={12} />
          {title} {count !== undefined && <span className={styles.count}>{count}</span>}
        </button>
      </h3>
      <div id={id} hidden={!isOpen} className={styles.content}>
        {isOpen && children}
      </div>
    </section>
  );
}
