import type { CellEvidence } from '#engine/access/table.ts';
import { useBench } from './bench.ts';
import { distinctEvidence } from './evidence.view.ts';
import styles from './StatementLinks.module.css';

export interface StatementLinksProps {
  readonly evidence: readonly CellEvidence[];
}

/** The statements and grants something rests on; a press shows them in the text. */
export function StatementLinks({ evidence }: StatementLinksProps) {
  const bench = useBench();
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.statements} aria-label="Statements">
      {distinctEvidence(evidence)
        .map((item) => bench.names.name(item))
        .map((item) => (
          <li key={`${item.ref} ${item.span.from}`}>
            <button
              type="button"
              className={styles.statement}
              data-effect={item.effect}
              onClick={() => bench.pinStatement(item)}
              onPointerEnter={() => bench.hoverStatement(item)}
              onPointerLeave={() => bench.hoverStatement(null)}
              aria-label={`${item.effect} statement ${item.label}${item.lines === null ? '' : `, lines ${item.lines}`}`}
            >
              <span className={styles.label}>{item.label}</span>
              {item.lines !== null && <span className={styles.lines}>{item.lines}</span>}
            </button>
          </li>
        ))}
    </ul>
  );
}
