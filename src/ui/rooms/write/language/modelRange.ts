import type { editor, IRange } from 'monaco-editor/editor/editor.api';

/** A part of a text as Monaco's lines and columns. */
export function modelRange(model: editor.ITextModel, from: number, to: number): IRange {
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}
