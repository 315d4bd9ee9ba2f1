import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect } from 'react';
import type { TextId } from '#engine/source/span.ts';
import type { App } from '#state/app.ts';
import { findWritable } from './documents.ts';
import { sameButLineEnds, textChange, uniform } from './textChange.ts';

// Monaco's values for line ends of one character.
const lineFeeds: editor.EndOfLineSequence.LF = 0;

/**
 * Keeps an editor's model and a text of the workspace the same. What is typed goes to the workspace at once; what changes
 * elsewhere (opening, taking back, placing a pasted text) comes into the model as one small edit, so that the caret, the
 * folds and the undo history survive.
 *
 * @param onForeignText called after the text was changed from elsewhere: places known so far no longer hold
 */
export function useMonacoText(
  view: editor.IStandaloneCodeEditor | null,
  app: App,
  id: TextId,
  onForeignText: () => void,
): void {
  useEffect(() => {
    const model = view?.getModel();
    if (model === null || model === undefined) return;
    model.setEOL(lineFeeds);
    // Colour means authorization here, so brackets have none; a model keeps this setting, not its editor.
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    let isApplying = false;
    const wanted = () => findWritable(app.workspace.getState(), id)?.document.text;
    const pull = () => {
      const text = wanted();
      if (text === undefined || sameButLineEnds(model.getValue(), text)) return;
      isApplying = true;
      replaceText(model, uniform(text));
      isApplying = false;
      onForeignText();
    };
    const typing = model.onDidChangeContent(() => {
      if (isApplying) return;
      const typed = model.getValue();
      const before = wanted();
      if (before !== undefined && !sameButLineEnds(before, typed)) app.shown.getState().type(id, typed);
    });
    pull();
    const stop = app.workspace.subscribe(pull);
    return () => {
      typing.dispose();
      stop();
    };
  }, [view, app, id, onForeignText]);
}

function replaceText(model: editor.ITextModel, text: string): void {
  const change = textChange(model.getValue(), text);
  if (change === null) return;
  const start = model.getPositionAt(change.from);
  const end = model.getPositionAt(change.to);
  const range = {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: change.insert }], () => null);
  model.pushStackElement();
}
