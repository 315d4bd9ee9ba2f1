import styles from './ChangePreview.module.css';

export interface PreviewLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
}

/** The lines that come and go in one document. */
export interface DocumentPreview {
  /** "the key policy". */
  readonly name: string;
  readonly lines: readonly PreviewLine[];
}

const words: Readonly<Record<PreviewLine['sign'], string>> = { '+': 'added: ', '-': 'removed: ', ' ': '' };

/** What a change does to the documents, as the lines that come and go. */
export function ChangePreview({ previews }: { readonly previews: readonly DocumentPreview[] }) {
  return previews.map(({ name, lines }) => (
    <figure key={name} className={styles.document}>
      <figcaption className={styles.name}>In {name}</figcaption>
      <ol className={styles.lines}>
        {lines.map(({ sign, text }, index) => (
          <li
            key={index}
            className={sign === ' ' ? styles.same : sign === '+' ? styles.added : styles.removed}
          >
            <span className={styles.sign} aria-hidden="true">
              {sign}
            </span>
            <span className={styles.word}>{words[sign]}</span>
            <code className={styles.text}>{text}</code>
          </li>
        ))}
      </ol>
    </figure>
  ));
}
