import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { lineIndex } from '#engine/source/lines.ts';
import type { EditorJump } from './documentEditing.ts';
import type { OpenDocument } from './useDocument.ts';
import type { RevealRequest } from './useReveal.ts';

type CodeEditor = editor.IStandaloneCodeEditor;

// Monaco's value for scrolling at once.
const immediately: editor.ScrollType.Immediate = 1;

export interface ViewRequests {
  readonly document: OpenDocument;
  readonly reveal: RevealRequest | null;
  readonly jump: EditorJump | null;
  readonly inset: number;
}

/** Brings places into view, and keeps the text still when something above the editor comes or goes. */
export function useMonacoView(
  view: CodeEditor | null,
  { document, reveal, jump, inset }: ViewRequests,
): void {
  const { id, text } = document;
  const done = useRef<RevealRequest | null>(null);
  const jumped = useRef<EditorJump | null>(null);
  useEffect(() => {
    if (view === null || reveal === null || reveal === done.current || reveal.span.text !== id)
      return undefined;
    const lines = lineIndex(text);
    const from = lines.at(reveal.span.from).line;
    const to = lines.at(reveal.span.to).line;
    return whenLaidOut(view, () => {
      done.current = reveal;
      view.revealLinesInCenterIfOutsideViewport(from, to, immediately);
      if (reveal.takesCaret === true) {
        const { line, column } = lines.at(reveal.span.from);
        view.setPosition({ lineNumber: line, column });
        view.focus();
      }
    });
  }, [view, id, text, reveal]);

  useEffect(() => {
    if (view === null || jump === null || jump === jumped.current) return;
    jumped.current = jump;
    const place = { lineNumber: jump.line, column: jump.column };
    view.setPosition(place);
    view.revealPositionInCenterIfOutsideViewport(place, immediately);
    view.focus();
  }, [view, jump]);

  const lastInset = useRef(inset);
  useLayoutEffect(() => {
    const moved = inset - lastInset.current;
    lastInset.current = inset;
    if (view === null || moved === 0) return;
    view.layout();
    view.setScrollTop(Math.max(0, view.getScrollTop() + moved), immediately);
    view.render(true);
  }, [view, inset]);
}

/** Does something now, or once the editor has a size: its tab or pane may be hidden. */
function whenLaidOut(view: CodeEditor, act: () => void): () => void {
  if (view.getLayoutInfo().height > 0) {
    act();
    return () => {};
  }
  const waiting = view.onDidLayoutChange(({ height }) => {
    if (height === 0) return;
    waiting.dispose();
    act();
  });
  return () => waiting.dispose();
}
