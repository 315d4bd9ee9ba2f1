import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '#kit/classNames.ts';
import { Icon } from '#kit/Icon.tsx';
import type { App } from '#state/app.ts';
import type { Problem } from '#state/problems.ts';
import type { EditorJump, ProblemRequest } from './documentEditing.ts';
import { OtherProblems } from './OtherProblems.tsx';
import { ProblemItem } from './ProblemItem.tsx';
import { ProblemWords } from './ProblemWords.tsx';
import { problemKeys, problemRows, problemSummary } from './write.view.ts';
import type { OpenDocument } from './useDocument.ts';
import styles from './ProblemStrip.module.css';

export interface ProblemStripProps {
  readonly app: App;
  readonly document: OpenDocument;
  /** What the editor asked to be shown; a new object each time. */
  readonly asked: ProblemRequest | null;
  readonly onJump: (jump: EditorJump) => void;
  /** What stands here while there is nothing to complain about. */
  readonly quiet: ReactNode;
  /** At the right end. */
  readonly tools: ReactNode;
}

/**
 * The line under an editor. It says the worst problem and opens the list of all, with what can be done about each. It is always
 * there, so that coming and going problems move nothing.
 */
export function ProblemStrip({ app, document, asked, onJump, quiet, tools }: ProblemStripProps) {
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    setOpen(true);
  }
  const toggle = useRef<HTMLButtonElement>(null);
  const { problems, text } = document;
  const place = useRef<EditorJump | null>(null);
  /** What was pressed may be gone in a moment: the keyboard goes on at the line that stays, or where it came from. */
  const goOn = (row: EditorJump & { readonly problem: Problem }) => {
    place.current = { line: row.line, column: row.column };
    if (asked !== null && isSame(asked.problem, row.problem)) onJump(place.current);
    else toggle.current?.focus();
  };
  const { open, rows, accepted } = useMemo(() => split(text, problems), [text, problems]);
  const all = [...rows, ...accepted];
  const keys = isOpen ? problemKeys(all) : [];
  const [worst] = rows;
  const summary = [problemSummary(open), ...(accepted.length > 0 ? [`${accepted.length} suppressed`] : [])];
  useEffect(() => {
    // With the last problem goes the line that had the keyboard.
    if (all.length > 0 || place.current === null) return;
    if (globalThis.document.activeElement === globalThis.document.body) onJump(place.current);
    place.current = null;
  }, [all.length, onJump]);
  return (
    <div className={styles.strip}>
      {isOpen && all.length > 0 && (
        <div className={styles.list}>
          <ol aria-label="Problems">
            {all.map((row, index) => (
              <ProblemItem
                key={keys[index]}
                app={app}
                row={row}
                document={document}
                asked={asked !== null && isSame(asked.problem, row.problem) ? asked : null}
                onJump={onJump}
                onDone={() => goOn(row)}
              />
            ))}
          </ol>
          <OtherProblems app={app} id={document.id} />
        </div>
      )}
      <div className={classNames(styles.bar, !isOpen && worst !== undefined && styles.crowded)}>
        {all.length === 0 ? (
          <div className={styles.quiet}>{quiet}</div>
        ) : (
          <>
            <button
              type="button"
              ref={toggle}
              className={styles.toggle}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
              {summary.filter((part) => part !== '').join(', ')}
            </button>
            {!isOpen && worst !== undefined && (
              <button
                type="button"
                className={styles.oneLine}
                onClick={() => onJump({ line: worst.line, column: worst.column })}
              >
                <ProblemWords row={worst} isShort />
              </button>
            )}
          </>
        )}
        <div className={styles.tools}>{tools}</div>
      </div>
    </div>
  );
}

/** The same problem, maybe found anew. */
function isSame(one: Problem, other: Problem): boolean {
  return one.code === other.code && one.span.from === other.span.from && one.message === other.message;
}

/** The problems that count, and those that were suppressed. */
function split(text: string, problems: OpenDocument['problems']) {
  const open = problems.filter(({ suppressed }) => suppressed === undefined);
  const others = problems.filter(({ suppressed }) => suppressed !== undefined);
  return { open, rows: problemRows(text, open), accepted: problemRows(text, others) };
}
