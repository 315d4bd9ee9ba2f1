import { Button } from '#kit/Button.tsx';
import { Code } from '#kit/Code.tsx';
import { RichText } from '#kit/RichText.tsx';
import { ImageMark } from '#kit/ImageMark.tsx';
import { Breakable } from './Breakable.tsx';
import { useBench } from './bench.ts';
import { isCellLit } from './highlight.view.ts';
import { StatementLinks } from './StatementLinks.tsx';
import type { ActionRow } from './tableRows.view.ts';
import { valueMark, valueWord } from './words.view.ts';
import styles from './ActionTable.module.css';

export interface ActionTableProps {
  readonly action: string;
  readonly rows: readonly ActionRow[];
}

/** "Who can decrypt": every principal, the strongest first, with the reason and its statements. */
export function ActionTable({ action, rows }: ActionTableProps) {
  const bench = useBench();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          Who can <Code>{action}</Code>
        </caption>
        <thead className={styles.heads}>
          <tr>
            <th scope="col">Principal</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ principal, group, cell }) => {
            const question = bench.question(principal, action);
            return (
              <tr key={principal.id} className={styles.row}>
                <th
                  scope="row"
                  className={styles.principal}
                  data-lit={isCellLit(bench.lit, principal.id, group)}
                >
                  <span className={styles.label}>
                    <Breakable text={principal.label} />
                  </span>
                  <span className={styles.detail}>{principal.detail}</span>
                </th>
                <td className={styles.why}>
                  <div className={styles.top}>
                    <p className={styles.value} data-value={cell.value}>
                      <ImageMark name={valueMark[cell.value]} size={14} />
                      {valueWord[cell.value]}
                    </p>
                    {question.principal !== null && (
                      <Button
                        variant="quiet"
                        size="dense"
                        icon="ask"
                        aria-label={`Ask: can ${principal.label} do ${question.action}?`}
                        onPress={() => bench.ask(question)}
                      >
                        Ask
                      </Button>
                    )}
                  </div>
                  <p>
                    <RichText phrase={cell.because} />
                  </p>
                  <StatementLinks evidence={cell.evidence} />
                  {question.principal === null && <p className={styles.note}>{question.because}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
