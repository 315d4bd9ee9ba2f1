import { useState } from 'react';
import type { Import } from '#engine/exchange/piece.ts';
import { RichText } from '#kit/RichText.tsx';
import { TextField } from '#kit/TextField.tsx';
import type { App } from '#state/app.ts';
import type { ImportPlan } from '#state/importPlan.ts';
import { PieceRow } from './PieceRow.tsx';
import { PlaceholderFields } from './PlaceholderFields.tsx';
import { formatWords, marked, MOST_ROWS, placeWords, rowsShown } from './import.view.ts';
import styles from './Import.module.css';

interface PreviewProps {
  readonly app: App;
  readonly imported: Import;
  readonly plan: ImportPlan;
}

/** What was recognised, what is still open in it, and what would become of each part. */
export function ImportPreview({ app, imported, plan }: PreviewProps) {
  const { problems, skipped, placeholders } = imported;
  return (
    <div className={styles.preview}>
      <output className={styles.recognised}>
        <RichText phrase={formatWords(imported)} />
      </output>
      {problems.length > 0 && (
        <section>
          <h3 className={styles.heading}>Could not be read</h3>
          <ul className={styles.list}>
            {problems.map((problem, index) => (
              <li key={index} className={styles.note}>
                <span className={styles.place}>{placeWords(problem)}</span>
                <span>
                  <RichText phrase={marked(problem.message)} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {placeholders.length > 0 && <PlaceholderFields app={app} placeholders={placeholders} />}
      {plan.rows.length > 0 && <Pieces app={app} plan={plan} />}
      {skipped.length > 0 && (
        <section>
          <h3 className={styles.heading}>Left out</h3>
          <ul className={styles.list}>
            {skipped.map((each, index) => (
              <li key={index} className={styles.note}>
                <span className={styles.place}>{placeWords(each)}</span>
                <span>
                  <code className={styles.name}>{each.what}</code>: <RichText phrase={marked(each.because)} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Pieces({ app, plan }: { readonly app: App; readonly plan: ImportPlan }) {
  const [filter, setFilter] = useState('');
  const { shown, more } = rowsShown(plan.rows, filter);
  return (
    <section>
      <h3 className={styles.heading}>What goes where</h3>
      {plan.rows.length > MOST_ROWS && (
        <div className={styles.filter}>
          <TextField label="Filter" type="search" value={filter} onChange={setFilter} />
        </div>
      )}
      <ul className={styles.list}>
        {shown.map((row) => (
          <PieceRow key={row.piece.id} app={app} row={row} isOnly={plan.rows.length === 1} />
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>And {more} more: filter to see them.</p>}
    </section>
  );
}
