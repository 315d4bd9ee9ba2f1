import { useStore } from 'zustand';
import { Checkbox } from '#kit/Checkbox.tsx';
import { RichText } from '#kit/RichText.tsx';
import { Select } from '#kit/Select.tsx';
import type { App } from '#state/app.ts';
import type { PlannedPiece } from '#state/importPlan.ts';
import { marked, outcomeWords, placeWords, targetOptions, textOf } from './import.view.ts';
import styles from './Import.module.css';

interface RowProps {
  readonly app: App;
  readonly row: PlannedPiece;
  /** Nothing else is imported: there is nothing to choose from. */
  readonly isOnly: boolean;
}

/** One part of an import: whether it is wanted, where it goes, and its text. */
export function PieceRow({ app, row, isOnly }: RowProps) {
  const { piece, outcome, sentence, settled } = row;
  const { targets, include, become } = useStore(app.importing);
  const keys = useStore(app.workspace, ({ scenario }) => scenario.keys);
  const text = textOf(settled);
  const options = settled.kind === 'key' ? targetOptions(keys) : [];
  const name = <code className={styles.name}>{piece.title}</code>;
  return (
    <li className={styles.piece}>
      <div className={styles.row}>
        {isOnly ? (
          name
        ) : (
          <Checkbox
            isSelected={outcome !== 'excluded'}
            onChange={(isIncluded) => include([piece.id], isIncluded)}
          >
            {name}
          </Checkbox>
        )}
        <span className={styles.outcome} data-outcome={outcome}>
          {outcomeWords[outcome]}
        </span>
        <span className={styles.place}>{placeWords(piece)}</span>
      </div>
      <p className={styles.sentence}>
        <RichText phrase={marked(outcome === 'excluded' ? (piece.aside ?? sentence) : sentence)} />
      </p>
      {options.length > 1 && outcome !== 'excluded' && (
        <div className={styles.target}>
          <Select
            label={`Where ${piece.title} goes`}
            isLabelHidden
            options={options}
            value={targets.get(piece.id) ?? 'auto'}
            onChange={(target) => become(piece.id, target)}
          />
        </div>
      )}
      {text !== null && (
        <details className={styles.details}>
          <summary>Show the policy</summary>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines scroll, and what scrolls is reached by keyboard */}
          <pre tabIndex={0} aria-label={`Policy of ${piece.title}`}>
            {text}
          </pre>
        </details>
      )}
    </li>
  );
}
