import { Icon } from '#kit/Icon.tsx';
import { RichText } from '#kit/RichText.tsx';
import type { ProblemRow } from './write.view.ts';
import styles from './ProblemStrip.module.css';

/** A problem in words: how bad, where, what, and unless it is short what to do. */
export function ProblemWords({
  row,
  isShort = false,
}: {
  readonly row: ProblemRow;
  readonly isShort?: boolean;
}) {
  return (
    <>
      <Icon name={row.severity === 'suggestion' ? 'info' : 'warning'} size={14} label={row.kind} />
      <span className={styles.line}>Line {row.line}</span>
      <span className={styles.words}>
        <RichText phrase={row.message} />
        {!isShort && row.help !== null && (
          <span className={styles.help}>
            {' '}
            <RichText phrase={row.help} />
          </span>
        )}
      </span>
    </>
  );
}
