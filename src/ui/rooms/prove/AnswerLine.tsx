import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { RichText } from '#kit/RichText.tsx';
import { Working } from '#kit/Working.tsx';
import type { QuestionId } from '#state/questions.ts';
import { missingWords } from './missing.view.ts';
import { useNames } from './useNames.ts';
import { useRoomContext } from './room.ts';
import { STILL, type Standing } from './standing.view.ts';
import { useWaited } from '#kit/useWaited.ts';
import styles from './Question.module.css';

/** The answer in one line: verdict, sentence, and how sure it is. */
export function AnswerLine({ id, view }: { readonly id: QuestionId; readonly view: Standing }) {
  const { app, scenario } = useRoomContext();
  const choices = useStore(app.proofs, (state) => state.choices);
  const hasBase = useStore(app.proofs, (state) => state.file !== null);
  const versions = useStore(app.accepted, (state) => state.versions);
  const names = useNames(view.isStale);
  const missing = missingWords(id, { scenario, choices, hasFile: hasBase, versions });
  const { stop, tryLonger } = app.proofs.getState();
  if (missing !== null) return <p className={styles.missing}>{missing}</p>;
  return (
    <div className={styles.line} data-stale={view.isStale}>
      {view.answer !== null && (
        <>
          <p className={styles.answer}>
            <strong>{view.answer.lead}</strong> <RichText phrase={names.readable(view.answer.sentence)} />
          </p>
          <span className={styles.certainty}>{view.answer.certainty}</span>
        </>
      )}
      {view.problem !== null && <p className={styles.alone}>{`Can't tell. ${view.problem}`}</p>}
      {view.going !== null && view.problem === null && (
        <Going words={view.going} isAlone={view.answer === null} />
      )}
      {view.canStop && (
        <Button size="dense" icon="stop" onPress={stop}>
          Stop
        </Button>
      )}
      {view.again !== null && (
        <Button size="dense" onPress={() => tryLonger(id)}>
          {view.again}
        </Button>
      )}
    </div>
  );
}

/** Said only when one has waited for it. */
function Going({ words, isAlone }: { readonly words: string; readonly isAlone: boolean }) {
  const waited = useWaited(true, 300);
  return (
    <p className={isAlone ? styles.alone : styles.going}>
      {waited || words === STILL ? <Working>{words}</Working> : '\u00a0'}
    </p>
  );
}
