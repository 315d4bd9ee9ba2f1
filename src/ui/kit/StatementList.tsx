import styles from './StatementList.module.css';

/** A statement or grant, with the lines it stands in. */
export interface ListedStatement {
  readonly key: string;
  readonly label: string;
  readonly effect: 'Allow' | 'Deny';
  /** `31–40`; null where the text is not at hand. */
  readonly lines: string | null;
  /** Null where it stands in no text: then it is words only. */
  readonly onPress: (() => void) | null;
  readonly onPoint?: (isOver: boolean) => void;
}

/** The statements and grants something rests on; a press shows them in the text. */
export function StatementList({ items }: { readonly items: readonly ListedStatement[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.statements} aria-label="Statements">
      {items.map(({ key, label, effect, lines, onPress, onPoint }) => (
        <li key={key}>
          {onPress === null ? (
            <span className={styles.statement} data-effect={effect}>
              {label}
            </span>
          ) : (
            <button
              type="button"
              className={styles.statement}
              data-effect={effect}
              onClick={onPress}
              onPointerEnter={() => onPoint?.(true)}
              onPointerLeave={() => onPoint?.(false)}
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
