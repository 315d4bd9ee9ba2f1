import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import styles from './ScenarioTitle.module.css';

/** The scenario's title, editable in place. On the example it says how to bring one's own policy. */
export function ScenarioTitle({ app }: { readonly app: App }) {
  const title = useStore(app.workspace, (state) => state.scenario.title ?? '');
  const isExample = useStore(app.workspace, (state) => state.isExample);
  return (
    <span className={styles.title}>
      <input
        className={styles.input}
        aria-label="Scenario title"
        value={title}
        placeholder="Untitled scenario"
        size={Math.max(8, Math.min(title.length, 30))}
        onChange={(event) => app.workspace.getState().setTitle(event.target.value)}
      />
      {isExample && <span className={styles.hint}>An example. Paste your own key policy anywhere on this page.</span>}
    </span>
  );
}
