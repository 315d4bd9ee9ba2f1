import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Banner } from '#kit/Banner.tsx';
import { EmptyState } from '#kit/EmptyState.tsx';
import { Panel } from '#kit/Panel.tsx';
import type { App } from '#state/app.ts';
import { Question } from './Question.tsx';
import { questionGroups } from './questions.view.ts';
import { proveScreen } from './prove.view.ts';
import { RoomContext } from './room.ts';
import { useRoom } from './useRoom.ts';
import styles from './ProveRoom.module.css';

/** Questions about all requests, each with its answer. */
export function ProveRoom({ app }: { readonly app: App }) {
  const isHere = useStore(app.address, (state) => state.room === 'prove');
  const open = useStore(app.address, (state) => state.question);
  const reply = useStore(app.results, (state) => state.reply);
  const room = useRoom(app);
  useEffect(() => {
    app.proofs.getState().answerAll(isHere, open);
  }, [app, isHere, open]);
  useEffect(() => () => app.proofs.getState().answerAll(false), [app]);
  const screen = proveScreen(reply);

  return (
    <RoomContext value={room}>
      <Panel title="Prove" isFlush aside="About all requests">
        {screen.stale !== null && <Banner icon="info">{screen.stale}</Banner>}
        {screen.unavailable !== null ? (
          <EmptyState title={screen.unavailable.title}>{screen.unavailable.sentence}</EmptyState>
        ) : (
          <div className={styles.room}>
            {questionGroups.map(({ title, questions }) => (
              <section key={title} className={styles.group} aria-label={title}>
                <h3 className={styles.title}>{title}</h3>
                <ul className={styles.questions}>
                  {questions.map((id) => (
                    <li key={id}>
                      <Question id={id} isOpen={id === open} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <p className={styles.scope}>Based on what&rsquo;s on this page. AWS decides for real.</p>
          </div>
        )}
      </Panel>
    </RoomContext>
  );
}
