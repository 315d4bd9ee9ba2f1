import type { Answer } from '#engine/explain/answer.ts';
import { Code } from '#kit/Code.tsx';
import { RichText } from '#kit/RichText.tsx';
import styles from './OpenPoints.module.css';

/** What the answer rests on although AWS's documentation does not settle it. */
export function OpenPoints({ notes }: { readonly notes: Answer['notes'] }) {
  if (notes.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>What AWS’s documentation leaves open</h3>
      <ul className={styles.notes}>
        {notes.map(({ rule, text }, index) => (
          <li key={index}>
            <RichText phrase={text} />{' '}
            <span className={styles.rule} title={`${rule} in docs/semantics.md`}>
              <Code>{rule}</Code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
