import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { changePreview } from '#state/changePreview.ts';
import { Callout } from '#kit/Callout.tsx';
import { ChangePreview } from '#kit/ChangePreview.tsx';
import { classNames } from '#kit/classNames.ts';
import { marked } from '#kit/marked.ts';
import { RichText } from '#kit/RichText.tsx';
import { VerdictMark } from '#kit/VerdictMark.tsx';
import { type ExpectedRow, expectedRows, policyNames, summaryOf } from './recipes.view.ts';
import styles from './RecipeOutcome.module.css';

/** What applying the recipe would do: its requests, answered with the statements in place, and the statements. */
export function RecipeOutcome({ app }: { readonly app: App }) {
  const preview = useStore(app.recipes, (state) => state.preview);
  const { scenario, request } = useStore(app.workspace);
  if (preview?.kind === 'obstacle') {
    return (
      <Callout tone="attention">
        <RichText phrase={marked(preview.message)} />
      </Callout>
    );
  }
  if (preview?.kind !== 'ready')
    return (
      <p className={styles.waiting}>{preview === null ? '' : 'The statements follow once the values fit.'}</p>
    );
  const rows = expectedRows(preview.expected);
  return (
    <section className={styles.outcome} aria-label="What it would do">
      <h3 className={styles.title}>{summaryOf(rows)}</h3>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </ul>
      {preview.edits.length > 0 && (
        <div className={styles.texts}>
          <ChangePreview previews={changePreview(preview.edits, scenario, request, policyNames(scenario))} />
        </div>
      )}
    </section>
  );
}

function Row({ row: { name, mark, words, ok, because } }: { readonly row: ExpectedRow }) {
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <VerdictMark kind={mark} />
      </span>
      <span className={styles.text}>
        <span>{name}</span>
        <span className={classNames(styles.words, !ok && styles.otherwise)}>{words}</span>
        {because !== null && (
          <span className={styles.because}>
            <RichText phrase={because} />
          </span>
        )}
      </span>
    </li>
  );
}
