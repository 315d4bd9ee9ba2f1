import { use } from 'react';
import { useStore } from 'zustand';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { openProblems } from '#state/problems.ts';
import { Link } from '#kit/Link.tsx';
import { changedTexts } from './documents.ts';
import { GoToContext } from './goTo.ts';
import { otherProblems } from './write.view.ts';
import styles from './ProblemStrip.module.css';

/** The problems of the other documents, a line for each document that leads to its worst. */
export function OtherProblems({ app, id }: { readonly app: App; readonly id: TextId }) {
  const results = useStore(app.results);
  const goTo = use(GoToContext);
  const texts = changedTexts(app.workspace.getState());
  const others = otherProblems(
    openProblems(results).filter(({ span }) => span.text !== id),
    texts,
  );
  if (others.length === 0) return null;
  return (
    <ul className={styles.others} aria-label="Problems of other documents">
      {others.map(({ name, words, span }) => (
        <li key={span.text}>
          <Link onPress={() => goTo(span)}>{name}</Link>: {words}
        </li>
      ))}
    </ul>
  );
}
