import styles from './Working.module.css';

export interface WorkingProps {
  /** "still looking, 1,204 cases" */
  readonly children: string;
}

/** Says that work goes on. It does not move. Show it only after 300 ms. */
export function Working({ children }: WorkingProps) {
  return (
    <span className={styles.working}>
      <span className={styles.dots} aria-hidden>
        •••
      </span>
      {children}
    </span>
  );
}
