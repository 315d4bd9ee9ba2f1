import { RichText } from '#kit/RichText.tsx';
import type { QuestionId } from '#state/questions.ts';
import type { AnswerView } from './answer.view.ts';
import { ticked } from './compare.view.ts';
import { layersWords } from './questions.view.ts';
import { useRoomContext } from './room.ts';
import { sureWords } from './sure.view.ts';
import { useNames } from './useNames.ts';
import styles from './Answer.module.css';

/** How sure an answer is, what it took for granted, what stayed open, and what it is about. */
export function HowSure({ id, answer }: { readonly id: QuestionId; readonly answer: AnswerView }) {
  const { scenario } = useRoomContext();
  const names = useNames(false);
  return (
    <div className={styles.sure}>
      <p>{sureWords(id, answer, layersWords(scenario))}</p>
      {answer.facts.length > 0 && (
        <>
          <p>Taken from what AWS is known to send:</p>
          <ul className={styles.points}>
            {answer.facts.map(({ rule, text }) => (
              <li key={text}>
                <RichText phrase={ticked(text)} /> <span title="Rule in docs/semantics.md">({rule})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.open.length > 0 && (
        <>
          <p>Not decided:</p>
          <ul className={styles.points}>
            {answer.open.map(({ sentence }, index) => (
              <li key={index}>
                <RichText phrase={names.readable(sentence)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.scope.length > 0 && (
        <details className={styles.scope}>
          <summary>What this covers</summary>
          <ul className={styles.points}>
            {answer.scope.map((sentence, index) => (
              <li key={index}>
                <RichText phrase={sentence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
