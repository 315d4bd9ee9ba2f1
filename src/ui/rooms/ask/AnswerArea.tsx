import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { Working } from '#kit/Working.tsx';
import type { App } from '#state/app.ts';
import { Answered } from './Answered.tsx';
import { askView } from './ask.view.ts';
import { evidenceTexts } from './evidenceLines.ts';
import { Remarks } from './Remarks.tsx';
import { savedAs } from './savedRequests.ts';
import { Unanswered } from './Unanswered.tsx';
import { usePointing } from './usePointing.ts';
import { useVerdictChange } from './useVerdictChange.ts';
import { VerdictStrip } from './VerdictStrip.tsx';
import { useWaited } from '#kit/useWaited.ts';
import styles from './AnswerArea.module.css';

export interface AnswerAreaProps {
  readonly app: App;
  /** Opens the place where the value of a condition key is said. */
  readonly onSet: (key: string) => void;
}

/** The answer, or what stands in its place. */
export function AnswerArea({ app, onSet }: AnswerAreaProps) {
  const revision = useStore(app.shown, (state) => state.revision);
  const { reply: study, status, notice, revision: answered } = useStore(app.results);
  const focus = useStore(app.focus, (state) => state.focus);
  const card = useRef<HTMLDivElement>(null);
  const pointing = usePointing(app);
  const change = useVerdictChange(study, revision);
  const isCurrent = study !== null && answered === revision;
  const hasWaited = useWaited(!isCurrent, 300);
  // An answer is about the texts and the request it was given: read when it arrives, not with every keystroke after.
  const asked = useMemo(() => {
    const { scenario, request } = app.workspace.getState();
    const expected = request.expect ?? savedAs(request, scenario.requests)?.expect;
    const texts = evidenceTexts(scenario, request, study?.documents ?? []);
    return { request, expected, texts, typed: evidenceTexts(scenario, request, []) };
  }, [app, study]);
  const { standing, remarks, isWorking, isStale } = askView({
    study,
    status,
    notice,
    isCurrent,
    hasWaited,
    typed: asked.typed,
  });

  return (
    <>
      <div className={styles.answer}>
        <Remarks remarks={remarks} isWorking={isWorking} />
        {standing.kind === 'working' && <Working>Working</Working>}
        {standing.kind === 'unanswered' && <Unanswered where={standing.where} />}
        {standing.kind === 'answered' && (
          <div className={isStale ? styles.stale : styles.whole}>
            <Answered
              app={app}
              request={asked.request}
              expected={asked.expected}
              texts={asked.texts}
              card={card}
              answer={standing.answer}
              study={standing.study}
              focus={focus}
              pointing={pointing}
              change={change}
              onSet={onSet}
            />
          </div>
        )}
      </div>
      {standing.kind === 'answered' && <VerdictStrip answer={standing.answer} card={card} />}
    </>
  );
}
