import type { WhoAnswer, WhoRow } from '#engine/prove/questions/who.ts';
import { RichText } from '#kit/RichText.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { distinctStatements } from './answer.view.ts';
import { OpenInAsk } from './Findings.tsx';
import { Statements } from './Statements.tsx';
import { counted } from '#kit/counted.ts';
import { useRoomContext } from './room.ts';
import { canMarks, canOf, canWords, whoName, whoRows } from './who.view.ts';
import styles from './WhoTable.module.css';

/** The exact cells: each kind of caller with always, depends or never, and what it depends on. */
export function WhoTable({ answer, isStale }: { readonly answer: WhoAnswer; readonly isStale: boolean }) {
  const { scenario } = useRoomContext();
  const { able, never } = whoRows(answer, scenario);
  return (
    <div>
      <Rows rows={able} label={`Who can do ${answer.action}`} isStale={isStale} />
      {never.length > 0 && (
        <details className={styles.never}>
          <summary>{counted(never.length, 'kind of caller', 'kinds of callers')} who never can</summary>
          <Rows rows={never} label={`Who can never do ${answer.action}`} isStale={isStale} />
        </details>
      )}
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly WhoRow[];
  readonly label: string;
  readonly isStale: boolean;
}

function Rows({ rows, label, isStale }: RowsProps) {
  return (
    <ul aria-label={label}>
      {rows.map((row, index) => (
        <li key={index} className={styles.row}>
          <WhoCan row={row} isStale={isStale} />
        </li>
      ))}
    </ul>
  );
}

function WhoCan({ row, isStale }: { readonly row: WhoRow; readonly isStale: boolean }) {
  const { name, detail } = whoName(row);
  const { scenario } = useRoomContext();
  const can = canOf(row, scenario);
  const first = row.findings.find(({ level }) => level === 'direct') ?? row.findings[0];
  const statements = distinctStatements(row.findings.flatMap((finding) => finding.statements));
  return (
    <>
      <span className={styles.can}>
        <VerdictMark kind={canMarks[can]} />
        {canWords[can]}
      </span>
      <div className={styles.who}>
        <p>
          <strong>{name}</strong>{' '}
          {detail !== name && (
            <span className={row.principal === undefined ? styles.where : styles.detail}>{detail}</span>
          )}
        </p>
        {row.conditions.map(({ statement, text }) => (
          <p key={statement.ref} className={styles.condition}>
            if <RichText phrase={text} />
          </p>
        ))}
        {row.open.map(({ sentence }, index) => (
          <p key={index} className={styles.condition}>
            <RichText phrase={sentence} />
          </p>
        ))}
        {(first?.witness !== undefined || statements.length > 0) && (
          <div className={styles.evidence}>
            <Statements statements={statements} isStale={isStale} />
            {first?.witness !== undefined && (
              <OpenInAsk request={first.witness.request} level={first.level} />
            )}
          </div>
        )}
      </div>
    </>
  );
}
