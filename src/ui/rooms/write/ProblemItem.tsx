import { useEffect, useId, useRef, useState } from 'react';
import type { App } from '#state/app.ts';
import type { Problem } from '#state/problems.ts';
import { classNames } from '#kit/classNames.ts';
import type { EditorJump, ProblemRequest } from './documentEditing.ts';
import { ProblemActions } from './ProblemActions.tsx';
import type { Opened } from './ProblemActions.tsx';
import { ProblemFixes } from './ProblemFixes.tsx';
import { ProblemWords } from './ProblemWords.tsx';
import { RulePageDialog } from './RulePageDialog.tsx';
import { SuppressForm } from './SuppressForm.tsx';
import type { OpenDocument } from './useDocument.ts';
import type { ProblemRow } from './write.view.ts';
import styles from './ProblemItem.module.css';
import strip from './ProblemStrip.module.css';

export interface ProblemItemProps {
  readonly app: App;
  readonly row: ProblemRow<Problem>;
  readonly document: OpenDocument;
  /** What the editor asked to be shown about it. */
  readonly asked: ProblemRequest | null;
  readonly onJump: (jump: EditorJump) => void;
  /** Something was done about it. */
  readonly onDone: () => void;
}

/** One problem with what can be done about it: go there, fix it, read why, or say that it is meant to be so. */
export function ProblemItem({ app, row, document, asked, onJump, onDone }: ProblemItemProps) {
  const [opened, setOpened] = useState<Opened>(asked?.what ?? null);
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== null) setOpened(asked.what);
  }
  const id = useId();
  const fix = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Asked for by keyboard, it is gone on with by keyboard.
    if (asked?.what === 'fixes') fix.current?.querySelector('button')?.focus();
  }, [asked]);
  const { code, about, fixes, rule, suppressed } = row.problem;
  return (
    <li className={classNames(styles.item, suppressed !== undefined && styles.suppressed)}>
      <div className={styles.row}>
        <button
          type="button"
          id={id}
          className={strip.problem}
          title={code}
          onClick={() => onJump({ line: row.line, column: row.column })}
        >
          <ProblemWords row={row} />
        </button>
        <ProblemActions
          id={id}
          app={app}
          problem={row.problem}
          opened={opened}
          onOpen={setOpened}
          onDone={onDone}
        />
      </div>
      {suppressed !== undefined && <p className={styles.reason}>Suppressed: {suppressed}</p>}
      {opened === 'fixes' && (
        <div className={styles.more} ref={fix}>
          <ProblemFixes app={app} fixes={fixes} studied={document.studied} onDone={onDone} />
        </div>
      )}
      {opened === 'reason' && about !== null && (
        <div className={styles.more}>
          <SuppressForm
            app={app}
            code={code}
            about={about}
            onCancel={() => setOpened(null)}
            onDone={onDone}
          />
        </div>
      )}
      {opened === 'page' && rule !== null && (
        <RulePageDialog rule={rule} code={code} onClose={() => setOpened(null)} />
      )}
    </li>
  );
}
