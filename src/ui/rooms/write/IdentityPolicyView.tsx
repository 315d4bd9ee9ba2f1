import { useState } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { useLayout } from '#kit/useLayout.ts';
import { renamePolicy } from './documentCommands.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import type { WritableDocument } from './documents.ts';
import { shortName } from './identities.view.ts';
import { PolicyNameForm } from './PolicyNameForm.tsx';
import type { RevealRequest } from './useReveal.ts';
import styles from './IdentityPolicyView.module.css';

export interface IdentityPolicyViewProps {
  readonly app: App;
  readonly policy: WritableDocument;
  readonly owner: string;
  readonly reveal: RevealRequest | null;
}

/** One IAM policy in the editor, with the way back to the list. */
export function IdentityPolicyView({ app, policy, owner, reveal }: IdentityPolicyViewProps) {
  const [isRenaming, setRenaming] = useState(false);
  const isNarrow = useLayout() === 'narrow';
  const names = useStore(app.workspace, ({ scenario }) =>
    scenario.identities.find(({ arn }) => arn === owner),
  )?.policies?.map(({ name }) => name);
  const { title, isBoundary } = policy;
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button
          variant="quiet"
          size="dense"
          aria-label="Back to identities"
          onPress={() => app.preferences.getState().set({ openIdentityPolicy: null })}
        >
          ‹ {isNarrow ? '' : 'Identities'}
        </Button>
        {isRenaming ? (
          <PolicyNameForm
            label={`New name of ${title}`}
            start={title}
            present={(names ?? []).filter((name) => name !== title)}
            action="Rename"
            onDone={(name) => {
              if (name !== title) renamePolicy(app, owner, title, name);
              setRenaming(false);
            }}
            onCancel={() => setRenaming(false)}
          />
        ) : (
          <>
            <h3 className={styles.title}>
              {title}
              <span className={styles.owner}>
                {isBoundary ? 'permissions boundary of ' : 'of '}
                {shortName(owner)}
              </span>
            </h3>
            {!isBoundary && (
              <Button variant="quiet" size="dense" onPress={() => setRenaming(true)}>
                Rename
              </Button>
            )}
          </>
        )}
      </div>
      <div className={styles.editor}>
        <DocumentEditor
          key={policy.id}
          app={app}
          id={policy.id}
          name={`${title} of ${shortName(owner)}`}
          reveal={reveal}
          whenEmpty="Paste an IAM policy."
        />
      </div>
    </div>
  );
}
