import type { CitedStatement } from '#engine/prove/questions/answer.ts';
import { useRoomContext } from './room.ts';
import { useNames } from './useNames.ts';
import styles from './Statements.module.css';

export interface StatementsProps {
  readonly statements: readonly CitedStatement[];
  readonly isStale: boolean;
}

/** The statements and grants something rests on; a press shows them in the text. */
export function Statements({ statements, isStale }: StatementsProps) {
  const { pin, hover } = useRoomContext();
  const names = useNames(isStale);
  if (statements.length === 0) return null;
  return (
    <ul className={styles.statements} aria-label="Statements">
      {statements
        .map((cited) => names.name(cited))
        .map(({ ref, label, effect, span, lines }) => (
          <li key={ref}>
            {span === null ? (
              <span className={styles.statement} data-effect={effect}>
                {label}
              </span>
            ) : (
              <button
                type="button"
                className={styles.statement}
                data-effect={effect}
                onClick={() => pin(label, [span])}
                onPointerEnter={() => hover(label, [span])}
                onPointerLeave={() => hover(label, null)}
                aria-label={`${effect} statement ${label}${lines === null ? '' : `, lines ${lines}`}`}
              >
                <span className={styles.label}>{label}</span>
                {lines !== null && <span className={styles.lines}>{lines}</span>}
              </button>
            )}
          </li>
        ))}
    </ul>
  );
}
