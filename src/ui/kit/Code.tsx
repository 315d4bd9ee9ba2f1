import { Fragment } from 'react';
import { classNames } from './classNames.ts';
import { breakable } from './phrase.ts';
import styles from './Code.module.css';

export interface CodeProps {
  readonly children: string;
  /** Set on its own tinted ground, for ids that stand alone in a sentence. */
  readonly isChip?: boolean;
}

/** Up to this length a name stays in one piece; browsers would else break `o-a1b2` at its hyphen. */
const shortEnough = 24;

/** Anything typed in a policy: monospaced, in one piece if short, else breaking after `:` and `/`. */
export function Code({ children, isChip = false }: CodeProps) {
  const pieces = children.length <= shortEnough ? [children] : breakable(children);
  return (
    <code className={classNames(styles.code, isChip && styles.chip)}>
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece.length <= shortEnough ? <span className={styles.whole}>{piece}</span> : piece}
        </Fragment>
      ))}
    </code>
  );
}
