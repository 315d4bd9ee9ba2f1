import type { QuestionId } from '#state/questions.ts';
import { Comparison } from './Comparison.tsx';
import { Findings } from './Findings.tsx';
import { HowSure } from './HowSure.tsx';
import { SmallerPolicy } from './SmallerPolicy.tsx';
import type { Standing } from './standing.view.ts';
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
      <HowSure id={id} answer={answer} />
    </div>
  );
}
