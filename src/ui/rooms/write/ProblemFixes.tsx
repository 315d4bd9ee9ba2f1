import { useStore } from 'zustand';
import type { Fix } from '#engine/lint/finding.ts';
import type { App } from '#state/app.ts';
import { changePreview } from '#state/changePreview.ts';
import { Button } from '#kit/Button.tsx';
import { ChangePreview } from '#kit/ChangePreview.tsx';
import { RichText } from '#kit/RichText.tsx';
import { changedTexts } from './documents.ts';
import { ticked } from './write.view.ts';
import styles from './ProblemFixes.module.css';

export interface ProblemFixesProps {
  readonly app: App;
  readonly fixes: readonly Fix[];
  /** The revision they were made for. */
  readonly studied: number;
  readonly onDone: () => void;
}

/** The lines that each fix changes, in whatever documents they are, and a press that makes it. */
export function ProblemFixes({ app, fixes, studied, onDone }: ProblemFixesProps) {
  const revision = useStore(app.workspace, (state) => state.revision);
  const work = app.workspace.getState();
  if (revision !== studied) return <p className={styles.wait}>Working out what to change.</p>;
  const texts = changedTexts(work);
  return fixes.map(({ title, edits }) => (
    <section key={title} className={styles.fix} aria-label={title.replaceAll('`', '')}>
      <div className={styles.head}>
        <p className={styles.title}>
          <RichText phrase={ticked(title)} />
        </p>
        <Button
          size="dense"
          aria-label={`Apply: ${title.replaceAll('`', '')}`}
          onPress={() => {
            onDone();
            app.changes.getState().apply({ sentence: `Applied: ${title}.`, from: 'write', edits }, studied);
          }}
        >
          Apply
        </Button>
      </div>
      <ChangePreview previews={changePreview(edits, work.scenario, work.request, texts)} />
    </section>
  ));
}
