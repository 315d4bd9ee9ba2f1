import type { App } from '#state/app.ts';
import { Link } from '#kit/Link.tsx';
import { useStore } from 'zustand';
import { DocumentEditor } from './DocumentEditor.tsx';
import { keyPolicyOf } from './documents.ts';
import { KeyChooser } from './KeyChooser.tsx';
import { keyName } from './keys.view.ts';
import styles from './keyDocument.module.css';
import type { RevealRequest } from './useReveal.ts';

export interface PaneProps {
  readonly app: App;
  readonly reveal: RevealRequest | null;
}

export function KeyPolicyPane({ app, reveal }: PaneProps) {
  const id = useStore(app.workspace, (state) => keyPolicyOf(state).id);
  const name = useStore(app.workspace, ({ scenario }) =>
    scenario.keys.length > 1 ? `Key policy of ${keyName(scenario, id)}` : 'Key policy',
  );
  return (
    <div className={styles.pane}>
      <KeyChooser app={app} />
      <div className={styles.editor}>
        <DocumentEditor
          key={id}
          app={app}
          id={id}
          name={name}
          reveal={reveal}
          whenEmpty={
            <>
              Paste a key policy, <Link onPress={() => app.recipes.getState().open()}>add from a recipe</Link>
              , or <Link onPress={() => app.workspace.getState().openExample()}>start from the example</Link>.
            </>
          }
        />
      </div>
    </div>
  );
}
