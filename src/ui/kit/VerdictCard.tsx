import type { ReactNode } from 'react';
import { VerdictMark } from './VerdictMark.tsx';
import { classNames } from './classNames.ts';
import { markWords } from './verdict.ts';
import type { Verdict } from './verdict.ts';
import styles from './VerdictCard.module.css';

export interface VerdictCardProps {
  readonly verdict: Verdict;
  /** Default: the decision's own words. */
  readonly title?: string;
  /** One or two sentences. */
  readonly children: ReactNode;
  /** Up to three buttons. */
  readonly actions?: ReactNode;
  /** Changes when the decision changed: the title then gets a marker tint that fades once. */
  readonly flashKey?: string | number;
  /** Belongs to the last valid version. */
  readonly isStale?: boolean;
}

/** The answer, before any tree: mark, title, sentence, what to do next. */
export function VerdictCard({
  verdict,
  title,
  children,
  actions,
  flashKey,
  isStale = false,
}: VerdictCardProps) {
  return (
    <div className={classNames(styles.card, styles[verdict], isStale && styles.stale)} data-verdict={verdict}>
      <h3 className={styles.title}>
        <VerdictMark kind={verdict} size={20} />
        <span key={flashKey} className={classNames(styles.words, flashKey !== undefined && styles.flash)}>
          {title ?? markWords[verdict]}
        </span>
      </h3>
      <div className={styles.sentence}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
