import { useMemo } from 'react';
import { tokenizeLine } from './keypolicyTokens.ts';
import type { LineToken } from './keypolicyTokens.ts';
import styles from './TextPreview.module.css';

export interface TextPreviewProps {
  readonly text: string;
  readonly label: string;
}

/** The text, readable at once: the same letters in the same places as the editor that takes its place. */
export function TextPreview({ text, label }: TextPreviewProps) {
  const lines = useMemo(() => tokenized(text), [text]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard must be able to scroll it
    <section className={styles.preview} aria-label={label} tabIndex={0}>
      <pre className={styles.lines}>
        {lines.map(({ line, tokens }, index) => (
          <span className={styles.line} key={index}>
            <span className={styles.lineNumber} aria-hidden>
              {index + 1}
            </span>
            <code>
              {tokens.map(({ from, to, kind }) => (
                <span className={styles[kind]} key={from}>
                  {line.slice(from, to)}
                </span>
              ))}
            </code>
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}

function tokenized(
  text: string,
): readonly { readonly line: string; readonly tokens: readonly LineToken[] }[] {
  let awaits = false;
  return text.split(/\r\n|\n|\r/).map((line) => {
    const { tokens, awaitsEffect } = tokenizeLine(line, awaits);
    awaits = awaitsEffect;
    return { line, tokens };
  });
}
