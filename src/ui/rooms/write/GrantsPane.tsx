import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { EmptyState } from '#kit/EmptyState.tsx';
import { Code } from '#kit/Code.tsx';
import { shownKeyIndex } from '#state/keyEdits.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import { grantsOf } from './documents.ts';
import { withNewGrant } from './grantText.ts';
import { KeyChooser } from './KeyChooser.tsx';
import type { PaneProps } from './KeyPolicyPane.tsx';
import styles from './keyDocument.module.css';

export function GrantsPane({ app, reveal }: PaneProps) {
  const id = useStore(app.workspace, (state) => grantsOf(state).id);
  const text = useStore(app.workspace, (state) => grantsOf(state).text);
  const keyArn = useStore(
    app.workspace,
    ({ scenario, shownKey }) => scenario.keys[shownKeyIndex(scenario, shownKey)]?.arn ?? '',
  );
  const next = withNewGrant(text, keyArn);
  const isEmpty = text.trim() === '';
  const add = (
    <Button
      icon="add"
      size={isEmpty ? 'default' : 'dense'}
      isDisabled={next === null}
      onPress={() => {
        if (next !== null) app.workspace.getState().setText(id, next);
      }}
    >
      Add a grant
    </Button>
  );
  return (
    <div className={styles.pane}>
      <KeyChooser app={app} />
      {isEmpty ? (
        <EmptyState title="No grants." actions={add}>
          Paste <Code>list-grants</Code> output below, or add one.
        </EmptyState>
      ) : (
        <div className={styles.tools}>
          {next === null && (
            <span className={styles.why}>A grant can be added once the list can be read.</span>
          )}
          {add}
        </div>
      )}
      <div className={styles.editor} data-below={isEmpty}>
        <DocumentEditor
          key={id}
          app={app}
          id={id}
          name="Grants"
          reveal={reveal}
          whenEmpty="An array of grants, or the whole output."
        />
      </div>
    </div>
  );
}
