import { useState } from 'react';
import type { ReactNode } from 'react';
import type { App, ListTab } from '#state/app.ts';
import { Button } from '#kit/Button.tsx';
import { useLayout } from '#kit/useLayout.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import type { WritableDocument } from './documents.ts';
import { NameForm } from './NameForm.tsx';
import type { RevealRequest } from './useReveal.ts';
import styles from './DocumentView.module.css';

export interface DocumentViewProps {
  readonly app: App;
  readonly document: WritableDocument;
  readonly tab: ListTab;
  /** Where the way back leads: "Identities". */
  readonly back: string;
  /** Whose document it is, after its title: "of role/Reader". */
  readonly owner: string;
  /** Absent for what has no name of its own. */
  readonly rename?: {
    readonly problemOf: (name: string) => string | null;
    readonly onRename: (name: string) => void;
  };
  /** More about it, between its title and its text. */
  readonly facts?: ReactNode;
  readonly whenEmpty: ReactNode;
  readonly reveal: RevealRequest | null;
}

/** One document of a list in the editor, with the way back to the list. */
export function DocumentView({
  app,
  document,
  tab,
  back,
  owner,
  rename,
  facts,
  whenEmpty,
  reveal,
}: DocumentViewProps) {
  const [isRenaming, setRenaming] = useState(false);
  const isNarrow = useLayout() === 'narrow';
  const { id, title } = document;
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button
          variant="quiet"
          size="dense"
          aria-label={`Back to ${back.toLowerCase()}`}
          onPress={() => app.preferences.getState().open(tab, null)}
        >
          ‹ {isNarrow ? '' : back}
        </Button>
        {isRenaming && rename !== undefined ? (
          <NameForm
            label={`New name of ${title}`}
            start={title}
            problemOf={(name) => (name === title ? null : rename.problemOf(name))}
            action="Rename"
            onDone={(name) => {
              if (name !== title) rename.onRename(name);
              setRenaming(false);
            }}
            onCancel={() => setRenaming(false)}
          />
        ) : (
          <>
            <h3 className={styles.title}>
              {title}
              <span className={styles.owner}>{owner}</span>
            </h3>
            {rename !== undefined && (
              <Button variant="quiet" size="dense" onPress={() => setRenaming(true)}>
                Rename
              </Button>
            )}
          </>
        )}
      </div>
      {facts}
      <div className={styles.editor}>
        <DocumentEditor
          key={id}
          app={app}
          id={id}
          name={`${title} ${owner}`}
          reveal={reveal}
          whenEmpty={whenEmpty}
        />
      </div>
    </div>
  );
}
