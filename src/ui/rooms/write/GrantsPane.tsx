import { useStore } from 'zustand';
import { Button } from '#kit/Button.tsx';
import { EmptyState } from '#kit/EmptyState.tsx';
import { Code } from '#kit/Code.tsx';
import { DocumentEditor } from './DocumentEditor.tsx';
import { grantsOf } from './documents.ts';
import { withNewGrant } from './grantText.ts';
import type { PaneProps } from './KeyPolicyPane.tsx';
import styles from './GrantsPane.module.css';

export function GrantsPane({ app, reveal }: PaneProps) {
  const { id, text } = useStore(app.workspace, ({ scenario }) => grantsOf(scenario));
  const keyArn = useStore(app.workspace, ({ scenario }) => scenario.keys[0]?.arn ?? '');
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
      <div className={styles.editor}>
        <DocumentEditor
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
