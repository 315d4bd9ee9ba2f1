import { useStore } from 'zustand';
import type { Answer } from '#engine/explain/answer.ts';
import type { App } from '#state/app.ts';
import { useWaited } from '#kit/useWaited.ts';
import { AdditionItem } from './AdditionItem.tsx';
import { changePreview } from '#state/changePreview.ts';
import type { EvidenceTexts } from './evidenceLines.ts';
import { turning } from './whatIf.view.ts';
import styles from './Additions.module.css';

export interface AdditionsProps {
  readonly app: App;
  readonly answer: Answer;
  readonly texts: EvidenceTexts;
}

/** The smallest changes that turn the decision. */
export function Additions({ app, answer, texts }: AdditionsProps) {
  const { revision: of, whatIf, apply } = useStore(app.whatIf);
  const revision = useStore(app.shown, (state) => state.revision);
  const isOutdated = useWaited(of !== revision, 600);
  const additions = turning(whatIf, answer.decision);
  if (additions.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Changes that turn the answer">
      {additions.map((addition) => (
        <AdditionItem
          key={JSON.stringify(addition.edits)}
          addition={addition}
          isOutdated={isOutdated}
          onApply={() => apply(addition)}
          preview={() => {
            const { scenario, request } = app.workspace.getState();
            return changePreview(addition.edits, scenario, request, texts);
          }}
        />
      ))}
    </ul>
  );
}
