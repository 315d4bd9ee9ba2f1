import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { App } from '#state/app.ts';
import { Kbd } from '#kit/Kbd.tsx';
import { useLayout } from '#kit/useLayout.ts';
import type { OpenDocument } from './useDocument.ts';
import styles from './QuietLine.module.css';

export interface QuietLineProps {
  readonly app: App;
  readonly document: OpenDocument;
  readonly whenEmpty: ReactNode;
}

/** What stands under a text without problems: how to begin, or how to get out. */
export function QuietLine({ app, document, whenEmpty }: QuietLineProps) {
  const isExample = useStore(app.workspace, (state) => state.isExample);
  const isNarrow = useLayout() === 'narrow';
  if (document.text.trim() === '') return whenEmpty;
  if (isExample && document.id === 'key') return 'This is an example. Paste your own, anywhere on this page.';
  return (
    <>
      <span className={styles.idle}>{document.report === null ? '' : 'No problems found'}</span>
      {!isNarrow && (
        <span className={styles.keys}>
          <span>
            <Kbd keys="F6" /> next pane
          </span>
          <span>
            <Kbd keys="Esc" /> clear highlight
          </span>
        </span>
      )}
    </>
  );
}
