import type { RefObject } from 'react';
import type { Answer } from '#engine/explain/answer.ts';
import type { Expectation } from '#engine/scenario/scenario.ts';
import type { Reply } from '#engine/study.ts';
import { Icon } from '#kit/Icon.tsx';
import { RichText } from '#kit/RichText.tsx';
import { VerdictCard } from '#kit/VerdictCard.tsx';
import { errorPhrase } from './ask.view.ts';
import { unmetExpectation } from './expectation.ts';
import { Sentence } from './Sentence.tsx';
import type { Pointing } from './usePointing.ts';
import styles from './Verdict.module.css';

export interface VerdictProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly answer: Answer;
  readonly study: Reply;
  readonly expected: Expectation | undefined;
  readonly pointing: Pointing;
  /** Counts how often the verdict changed; null before it ever did. */
  readonly change: number | null;
  /** The last edit changed the verdict: people who asked for less motion see a dot instead of a flash. */
  readonly isFresh: boolean;
}

/** The decision, the sentence that names what decided, the error the caller sees, and what was expected instead. */
export function Verdict({ ref, answer, study, expected, pointing, change, isFresh }: VerdictProps) {
  const error = errorPhrase(answer);
  const unmet = unmetExpectation(expected, answer);
  return (
    <div className={styles.verdict} ref={ref}>
      {isFresh && <span className={styles.dot} />}
      <VerdictCard
        verdict={answer.decision}
        title={answer.title}
        {...(change === null ? {} : { flashKey: change })}
      >
        <p>
          <Sentence phrase={answer.sentence} answer={answer} reports={study.documents} pointing={pointing} />
        </p>
        {error !== null && (
          <p className={styles.remark}>
            <Icon name="warning" />
            <span>
              <RichText phrase={error} />
            </span>
          </p>
        )}
        {unmet !== null && (
          <p className={styles.remark}>
            <Icon name="info" />
            <span>
              <RichText phrase={unmet} />
            </span>
          </p>
        )}
      </VerdictCard>
    </div>
  );
}
