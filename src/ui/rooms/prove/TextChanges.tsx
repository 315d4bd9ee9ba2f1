import type { DiffHunk, DiffLine } from './textDiff.ts';
import styles from './TextChanges.module.css';

export interface TextChangesProps {
  readonly title: string;
  readonly hunks: readonly DiffHunk[];
  readonly whenSame: string;
}

const words: Readonly<Record<DiffLine['sign'], string>> = { '+': 'added: ', '-': 'removed: ', ' ': '' };

/** How two texts differ, line by line. */
export function TextChanges({ title, hunks, whenSame }: TextChangesProps) {
  return (
    <figure className={styles.changes}>
      <figcaption className={styles.title}>{title}</figcaption>
      {hunks.length === 0 && <p className={styles.same}>{whenSame}</p>}
      {hunks.map((hunk, index) => (
        <ol key={index} className={styles.hunk}>
          {hunk.map(({ sign, text, line }, at) => (
            <li key={at} className={styles.line} data-sign={sign}>
              <span className={styles.number}>{line}</span>
              <span className={styles.sign} aria-hidden="true">
                {sign}
              </span>
              <span className={styles.spoken}>{words[sign]}</span>
              <code className={styles.text}>{text}</code>
            </li>
          ))}
        </ol>
      ))}
    </figure>
  );
}
