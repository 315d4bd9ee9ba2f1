import { memo } from 'react';
import type { RefObject } from 'react';
import type { Answer } from '#engine/explain/answer.ts';
import type { Expectation, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Reply } from '#engine/study.ts';
import type { Focus } from '#state/app.ts';
import { RichText } from '#kit/RichText.tsx';
import { answerText, disclaimer } from './answerText.ts';
import { scopePhrase } from './ask.view.ts';
import { ContextTable } from './ContextTable.tsx';
import { CopyAnswer } from './CopyAnswer.tsx';
import type { EvidenceTexts } from './evidenceLines.ts';
import { OpenPoints } from './OpenPoints.tsx';
import { Trace } from './Trace.tsx';
import type { Pointing } from './usePointing.ts';
import type { VerdictChange } from './useVerdictChange.ts';
import { Verdict } from './Verdict.tsx';
import { WouldChangeList } from './WouldChangeList.tsx';
import styles from './Answered.module.css';

export interface AnsweredProps {
  readonly card: RefObject<HTMLDivElement | null>;
  readonly answer: Answer;
  readonly study: Reply;
  readonly request: ScenarioRequest;
  readonly expected: Expectation | undefined;
  readonly texts: EvidenceTexts;
  readonly focus: Focus | null;
  readonly pointing: Pointing;
  readonly change: VerdictChange;
  readonly onSet: (key: string) => void;
}

/** The answer, from the verdict down to the last condition key. */
export const Answered = memo(function Answered(props: AnsweredProps) {
  const { card, answer, study, request, expected, texts, focus, pointing, change, onSet } = props;
  return (
    <>
      <Verdict
        ref={card}
        answer={answer}
        study={study}
        expected={expected}
        pointing={pointing}
        change={change.count}
        isFresh={change.isFresh}
      />
      <p className={styles.scope}>
        <RichText phrase={scopePhrase(answer)} /> {disclaimer}
      </p>
      <WouldChangeList
        answer={answer}
        reports={study.documents}
        texts={texts}
        pointing={pointing}
        onSet={onSet}
      />
      <section className={styles.why}>
        <div className={styles.head}>
          <h3 className={styles.title}>Why, step by step</h3>
          <CopyAnswer text={() => answerText(request, answer, texts)} />
        </div>
        <Trace answer={answer} texts={texts} focus={focus} pointing={pointing} />
      </section>
      <OpenPoints notes={answer.notes} />
      <ContextTable context={answer.context} />
    </>
  );
});
