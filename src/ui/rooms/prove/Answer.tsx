import type { QuestionId } from '#state/questions.ts';
import type { AnswerView } from './answer.view.ts';
import { Comparison } from './Comparison.tsx';
import { Findings } from './Findings.tsx';
import { HowSure } from './HowSure.tsx';
import { counted } from '#kit/counted.ts';
import { SmallerPolicy } from './SmallerPolicy.tsx';
import type { Standing } from './standing.view.ts';
import { Statements } from './Statements.tsx';
import { WhoTable } from './WhoTable.tsx';
import styles from './Answer.module.css';

/** The whole of an answer: what was found, with requests that show it, and how far it reaches. */
export function Answer({ id, view }: { readonly id: QuestionId; readonly view: Standing }) {
  const { answer, proof, isStale } = view;
  if (answer === null || proof === null) return null;
  return (
    <div className={styles.whole} data-stale={isStale}>
      {proof.kind === 'compare' && <Comparison answer={proof.answer} isStale={isStale} />}
      {proof.kind === 'whoCan' && <WhoTable answer={proof.answer} isStale={isStale} />}
      {proof.kind === 'smallest' && proof.answer.kind === 'proved' && (
        <SmallerPolicy smaller={proof.answer.smaller} isStale={isStale} />
      )}
      <Findings findings={answer.findings} isStale={isStale} label="Found" />
      {answer.neverSent.length > 0 && (
        <>
          <p className={styles.note}>Only requests that AWS never sends:</p>
          <Findings findings={answer.neverSent} isStale={isStale} label="Never sent" />
        </>
      )}
      <RestsOn answer={answer} isStale={isStale} />
      <HowSure id={id} answer={answer} />
    </div>
  );
}

/** What a proved "no" rests on; a press shows it in the text. */
function RestsOn({ answer, isStale }: { readonly answer: AnswerView; readonly isStale: boolean }) {
  const { rests, furtherRests } = answer;
  if (rests.length === 0) return null;
  return (
    <div className={styles.rests}>
      <p className={styles.note}>It rests on:</p>
      <Statements statements={rests} isStale={isStale} />
      {furtherRests > 0 && <p className={styles.note}>and {counted(furtherRests, 'further statement')}.</p>}
    </div>
  );
}
