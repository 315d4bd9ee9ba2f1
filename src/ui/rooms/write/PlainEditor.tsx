import { useEffect, useMemo, useRef } from 'react';
import { lineIndex } from '#engine/source/lines.ts';
import type { App } from '#state/app.ts';
import { classNames } from '#kit/classNames.ts';
import type { EditorJump } from './documentEditing.ts';
import { longestLine, plainLines } from './plainLines.ts';
import type { PlainLine } from './plainLines.ts';
import type { OpenDocument } from './useDocument.ts';
import { useKept } from './useKept.ts';
import type { RevealRequest } from './useReveal.ts';
import styles from './PlainEditor.module.css';

export interface PlainEditorProps {
  readonly app: App;
  readonly document: OpenDocument;
  readonly label: string;
  readonly reveal: RevealRequest | null;
  readonly jump: EditorJump | null;
}

/** A text area with line numbers: for screen readers, voice control and phones. */
export function PlainEditor({ app, document, label, reveal, jump }: PlainEditorProps) {
  const { id, text, report } = document;
  const marks = useKept(document.marks, id);
  const lines = useMemo(
    () => plainLines(text, report?.usedFallback === true ? null : marks),
    [text, report, marks],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useLineInView(scroller, text, id, reveal);

  useEffect(() => {
    const field = area.current;
    if (field === null || jump === null) return;
    const at = (lineIndex(field.value).start(jump.line) ?? 0) + jump.column - 1;
    field.focus({ preventScroll: true });
    field.setSelectionRange(at, at);
    scrollToLine(scroller.current, jump.line);
  }, [jump]);

  return (
    <div className={styles.scroller} ref={scroller}>
      <div className={styles.sheet}>
        <div className={styles.margin} aria-hidden>
          {lines.map((line) => (
            <Margin key={line.number} line={line} />
          ))}
        </div>
        <textarea
          ref={area}
          className={styles.area}
          aria-label={label}
          value={text}
          wrap="off"
          rows={lines.length}
          style={{ minWidth: `calc(${longestLine(text)}ch + 32px)` }}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={(event) => app.workspace.getState().setText(id, event.target.value)}
        />
      </div>
    </div>
  );
}

function Margin({ line: { number, effect, isLit } }: { readonly line: PlainLine }) {
  return (
    <div
      className={classNames(
        styles.number,
        effect === 'Allow' && styles.allow,
        effect === 'Deny' && styles.deny,
        isLit && styles.lit,
      )}
    >
      {number}
    </div>
  );
}

function useLineInView(
  scroller: React.RefObject<HTMLDivElement | null>,
  text: string,
  id: string,
  reveal: RevealRequest | null,
): void {
  const done = useRef<RevealRequest | null>(null);
  useEffect(() => {
    if (reveal === null || reveal === done.current || reveal.span.text !== id) return;
    done.current = reveal;
    scrollToLine(scroller.current, lineIndex(text).at(reveal.span.from).line);
  }, [scroller, text, id, reveal]);
}

/** Centres a line that is out of view. */
function scrollToLine(scroller: HTMLDivElement | null, line: number): void {
  const row = scroller?.querySelector(`.${styles.margin ?? ''}`)?.children.item(line - 1);
  if (!(row instanceof HTMLElement) || scroller === null) return;
  const isInView =
    row.offsetTop >= scroller.scrollTop &&
    row.offsetTop + row.offsetHeight <= scroller.scrollTop + scroller.clientHeight;
  if (!isInView) scroller.scrollTop = row.offsetTop - scroller.clientHeight / 2;
}
