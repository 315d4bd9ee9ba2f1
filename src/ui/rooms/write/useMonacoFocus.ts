import { KeyCode, KeyMod } from 'monaco-editor/editor/editor.api';
import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useRef } from 'react';
import type { App } from '#state/app.ts';
import { pinStatement } from './documentCommands.ts';
import { statementAt } from './editorMarks.ts';
import { markClasses } from './markClasses.ts';
import type { OpenDocument } from './useDocument.ts';

type CodeEditor = editor.IStandaloneCodeEditor;

// Monaco's values for the parts of the margin.
const margin: readonly number[] = [
  2 satisfies editor.MouseTargetType.GUTTER_GLYPH_MARGIN,
  3 satisfies editor.MouseTargetType.GUTTER_LINE_NUMBERS,
  4 satisfies editor.MouseTargetType.GUTTER_LINE_DECORATIONS,
];

/** Pins the statement whose margin or note is clicked, or the one at the caret with the keyboard. */
export function useMonacoFocus(view: CodeEditor | null, app: App, document: OpenDocument): void {
  const latest = useRef(document);
  useEffect(() => {
    latest.current = document;
  }, [document]);

  useEffect(() => {
    if (view === null) return undefined;
    const pinAt = (line: number) => {
      const { report, text, isCurrent } = latest.current;
      if (report === null || !isCurrent || report.usedFallback) return;
      const statement = statementAt(report, text, line);
      if (statement !== undefined) pinStatement(app, statement);
    };
    const clicks = view.onMouseDown(({ target, event }) => {
      if (!event.leftButton || target.position === null || !isHandle(target)) return;
      pinAt(target.position.lineNumber);
    });
    const action = view.addAction({
      id: 'keyway.highlightStatement',
      label: 'Highlight this statement everywhere',
      keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter],
      contextMenuGroupId: 'navigation',
      run: (on) => {
        const line = on.getPosition()?.lineNumber;
        if (line !== undefined) pinAt(line);
      },
    });
    return () => {
      clicks.dispose();
      action.dispose();
    };
  }, [view, app]);
}

/** Whether a click here means the statement: on the margin but for the folding arrows, or on a note. */
function isHandle({ type, element }: editor.IMouseTarget): boolean {
  if (element === null) return false;
  const isNote = [markClasses.noteMark, markClasses.noteWords].some((name) =>
    element.classList.contains(name),
  );
  return isNote || (margin.includes(type) && !element.classList.contains('codicon'));
}
