import { memo } from 'react';
import type { RefObject } from 'react';
import type { Answer } from '#engine/explain/answer.ts';
import type { Expectation, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Reply } from '#engine/study.ts';
import type { App, Focus } from '#state/app.ts';
import { RichText } from '#kit/RichText.tsx';
import { answerText, disclaimer } from './answerText.ts';
import { scopePhrase } from './ask.view.ts';
import { AwsMessageDetails } from './AwsMessageDetails.tsx';
import { CloudTrailDetails } from './CloudTrailDetails.tsx';
import { AppliedChange } from './AppliedChange.tsx';
import { ContextTable } from './ContextTable.tsx';
import { CopyButton } from '#kit/CopyButton.tsx';
import type { EvidenceTexts } from './evidenceLines.ts';
import { LoggedSecrets } from './LoggedSecrets.tsx';
import { OpenPoints } from './OpenPoints.tsx';
import { PolicyChangeList } from './PolicyChangeList.tsx';
import { Trace } from './Trace.tsx';
import { useRecord } from './useRecord.ts';
import type { Pointing } from './usePointing.ts';
import type { VerdictChange } from './useVerdictChange.ts';
import { Verdict } from './Verdict.tsx';
import { WouldChangeList } from './WouldChangeList.tsx';
import styles from './Answered.module.css';

export interface AnsweredProps {
  readonly app: App;
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
  const { app, card, answer, study, request, expected, texts, focus, pointing, change, onSet } = props;
  const record = useRecord();
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
      <LoggedSecrets secrets={study.record?.secrets ?? []} onShow={record.show} />
      <p className={styles.scope}>
        <RichText phrase={scopePhrase(answer)} /> {disclaimer}
      </p>
      <AwsMessageDetails message={answer.awsMessage} />
      <AppliedChange app={app} />
      <PolicyChangeList app={app} />
      <WouldChangeList
        app={app}
        answer={answer}
        reports={study.documents}
        texts={texts}
        pointing={pointing}
        onSet={onSet}
      />
      <section className={styles.why}>
        <div className={styles.head}>
          <h3 className={styles.title}>Why, step by step</h3>
          <CopyButton
            text={() => answerText(request, answer, texts, app.whatIf.getState().whatIf)}
            what="The answer"
          >
            Copy as text
          </CopyButton>
        </div>
        <Trace answer={answer} texts={texts} focus={focus} pointing={pointing} />
      </section>
      <OpenPoints notes={answer.notes} />
      <ContextTable context={answer.context} />
      <CloudTrailDetails
        ref={record.ref}
        record={study.record}
        isOpen={record.isOpen}
        onToggle={record.setOpen}
      />
    </>
  );
});
