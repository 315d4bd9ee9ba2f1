import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { Select } from '#kit/Select.tsx';
import { keyPolicyOf } from './documents.ts';
import styles from './KeyChooser.module.css';
import { keyChoices } from './keys.view.ts';

/** Which of several keys is shown, here and in See. */
export function KeyChooser({ app }: { readonly app: App }) {
  const scenario = useStore(app.shown, (state) => state.scenario);
  const shown = useStore(app.shown, (state) => keyPolicyOf(state).id);
  if (scenario.keys.length < 2) return null;
  return (
    <div className={styles.bar}>
      <Select
        label="Key shown in Write and See"
        isLabelHidden
        variant="quiet"
        options={keyChoices(scenario)}
        value={shown}
        onChange={(id) => app.workspace.getState().showKey(id)}
      />
      <span className={styles.words}>{scenario.keys.length} keys; See shows this one too</span>
    </div>
  );
}
