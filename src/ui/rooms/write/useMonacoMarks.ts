import { MarkerSeverity, editor } from 'monaco-editor/editor/editor.api';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Severity } from '#engine/source/diagnostic.ts';
import type { Squiggle } from './editorMarks.ts';
import { drawnMarks } from './drawnMarks.ts';
import type { DrawnMarks } from './drawnMarks.ts';
import { monacoDecorations, toRange } from './monacoDecorations.ts';
import { markClasses } from './markClasses.ts';
import { sameButLineEnds } from './textChange.ts';
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
  drawnRef: RefObject<DrawnMarks | null>,
): void {
  const { id, text, marks, squiggles, lint } = document;
  useEffect(() => {
    const model = view?.getModel();
    if (model === undefined || model === null) return undefined;
    const drawn = drawnMarks(model);
    drawnRef.current = drawn;
    return () => {
      drawn.clear();
      drawnRef.current = null;
    };
  }, [view, drawnRef]);

  useEffect(() => {
    const model = view?.getModel();
    if (model === undefined || model === null || marks === null || !isOf(model, text)) return;
    drawnRef.current?.set(monacoDecorations(marks, markClasses));
  }, [view, id, text, marks, drawnRef]);

  useEffect(() => {
    const model = view?.getModel();
    if (model === undefined || model === null || squiggles === null || !isOf(model, text)) return;
    editor.setModelMarkers(model, 'keyway', squiggles.map(marker));
  }, [view, id, text, squiggles]);

  useEffect(() => {
    const model = view?.getModel();
    if (model === undefined || model === null || lint === null || !isOf(model, text)) return;
    editor.setModelMarkers(model, 'keyway-lint', lint.map(marker));
  }, [view, id, text, lint]);
}

/** The editor may be a letter ahead of the page: its marks then move along with the letters until there is an answer to them. */
function isOf(model: editor.ITextModel, text: string): boolean {
  return sameButLineEnds(model.getValue(), text);
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
