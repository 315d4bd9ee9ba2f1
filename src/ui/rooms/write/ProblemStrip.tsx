import { useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '#kit/Icon.tsx';
import { RichText } from '#kit/RichText.tsx';
import type { EditorJump } from './documentEditing.ts';
import { problemRows, problemSummary } from './write.view.ts';
import type { ProblemRow } from './write.view.ts';
import type { OpenDocument } from './useDocument.ts';
import styles from './ProblemStrip.module.css';

export interface ProblemStripProps {
  readonly document: OpenDocument;
  readonly onJump: (jump: EditorJump) => void;
  /** What stands here while there is nothing to complain about. */
  readonly quiet: ReactNode;
  /** At the right end. */
  readonly tools: ReactNode;
}

/**
 * The line under an editor. It says the worst problem and opens the list of all. It is always there, so that coming and
 * going problems move nothing.
 */
export function ProblemStrip({ document, onJump, quiet, tools }: ProblemStripProps) {
  const [isOpen, setOpen] = useState(false);
  const { diagnostics } = document;
  const rows = problemRows(document.text, diagnostics);
  const [worst] = rows;
  return (
    <div className={styles.strip}>
      {isOpen && rows.length > 0 && (
        <ol className={styles.list} aria-label="Problems">
          {rows.map((row, index) => (
            <li key={index}>
              <Problem row={row} onJump={onJump} />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.bar}>
        {worst === undefined ? (
          <div className={styles.quiet}>{quiet}</div>
        ) : (
          <>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
              {problemSummary(diagnostics)}
            </button>
            {!isOpen && <Problem row={worst} onJump={onJump} isOneLine />}
          </>
        )}
        <div className={styles.tools}>{tools}</div>
      </div>
    </div>
  );
}

interface ProblemProps {
  readonly row: ProblemRow;
  readonly onJump: (jump: EditorJump) => void;
  readonly isOneLine?: boolean;
}

function Problem({ row, onJump, isOneLine = false }: ProblemProps) {
  return (
    <button
      type="button"
      className={isOneLine ? styles.oneLine : styles.problem}
      title={isOneLine ? undefined : row.code}
      onClick={() => onJump({ line: row.line, column: row.column })}
    >
      <Icon name={row.severity === 'suggestion' ? 'info' : 'warning'} size={14} label={row.kind} />
      <span className={styles.line}>Line {row.line}</span>
      <span className={styles.words}>
        <RichText phrase={row.message} />
        {!isOneLine && row.help !== null && (
          <span className={styles.help}>
            {' '}
            <RichText phrase={row.help} />
          </span>
        )}
      </span>
    </button>
  );
}
