import type { AccessEdge } from './graph.view.ts';
import { TipShape } from './GraphTips.tsx';
import styles from './Legend.module.css';

const lines: readonly { readonly value: AccessEdge['value']; readonly words: string }[] = [
  { value: 'allowed', words: 'allows' },
  { value: 'depends', words: 'depends on conditions' },
  { value: 'denied', words: 'denies' },
];

/** What each line means, in the line's own style and in words. */
export function Legend() {
  return (
    <ul className={styles.legend} aria-label="Lines">
      {lines.map(({ value, words }) => (
        <li key={value} className={styles.entry}>
          <svg className={styles.sample} viewBox="0 0 28 12" data-value={value} aria-hidden>
            <path className={styles.line} d={value === 'denied' ? 'M1 6H24' : 'M1 6H20'} />
            <g transform="translate(18.5 0)">
              <TipShape value={value} />
            </g>
          </svg>
          {words}
        </li>
      ))}
      <li className={styles.entry}>no line: nothing allows it</li>
    </ul>
  );
}
