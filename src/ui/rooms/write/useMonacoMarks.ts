import { MarkerSeverity, editor } from 'monaco-editor/editor/editor.api';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Severity } from '#engine/source/diagnostic.ts';
import type { Squiggle } from './editorMarks.ts';
import { monacoDecorations, toRange } from './monacoDecorations.ts';
import { markClasses } from './markClasses.ts';
import type { OpenDocument } from './useDocument.ts';

type CodeEditor = editor.IStandaloneCodeEditor;

const markerSeverities: Readonly<Record<Severity, MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  securityWarning: MarkerSeverity.Warning,
  warning: MarkerSeverity.Warning,
  suggestion: MarkerSeverity.Info,
};

/**
 * Draws bars, notes and the highlighter, and underlines problems. While nothing new is known about the text, what is drawn
 * moves along with it.
 */
export function useMonacoMarks(
  view: CodeEditor | null,
  document: OpenDocument,
  drawnRef: RefObject<editor.IEditorDecorationsCollection | null>,
): void {
  const { id, marks, squiggles } = document;
  useEffect(() => {
    if (view === null) return undefined;
    const collection = view.createDecorationsCollection();
    drawnRef.current = collection;
    return () => {
      collection.clear();
      drawnRef.current = null;
    };
  }, [view, drawnRef]);

  useEffect(() => {
    if (view !== null && marks !== null) drawnRef.current?.set([...monacoDecorations(marks, markClasses)]);
  }, [view, id, marks, drawnRef]);

  useEffect(() => {
    const model = view?.getModel();
    if (model === undefined || model === null || squiggles === null) return;
    editor.setModelMarkers(model, 'keyway', squiggles.map(marker));
  }, [view, id, squiggles]);
}

function marker({ range, diagnostic }: Squiggle): editor.IMarkerData {
  const { severity, code, message, help } = diagnostic;
  return {
    ...toRange(range),
    severity: markerSeverities[severity],
    code,
    message: help === undefined ? message : `${message}\n${help}`,
  };
}
