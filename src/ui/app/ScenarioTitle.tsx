import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import styles from './ScenarioTitle.module.css';

const UNTITLED = 'Untitled scenario';

/** The scenario's title, editable in place. */
export function ScenarioTitle({ app }: { readonly app: App }) {
  const title = useStore(app.workspace, (state) => state.scenario.title ?? '');
  return (
    <span className={styles.title}>
      <input
        className={styles.input}
        aria-label="Scenario title"
        value={title}
        placeholder={UNTITLED}
        size={Math.max(8, Math.min((title === '' ? UNTITLED : title).length, 30))}
        onChange={(event) => app.workspace.getState().setTitle(event.target.value)}
      />
    </span>
  );
}
