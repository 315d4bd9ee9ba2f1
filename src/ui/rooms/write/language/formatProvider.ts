import type { editor, languages } from 'monaco-editor/editor/editor.api';
import type { TextRange } from '#engine/language/format.ts';
import { modelRange } from './modelRange.ts';
import { askAbout } from './openModels.ts';

/** Prints a text, or the selected lines, evenly. */
export const formatProvider: languages.DocumentFormattingEditProvider &
  languages.DocumentRangeFormattingEditProvider = {
  displayName: 'Keyway',
  provideDocumentFormattingEdits: (model) => edits(model),
  provideDocumentRangeFormattingEdits: (model, range) =>
    edits(model, {
      from: model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
      to: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
    }),
};

async function edits(model: editor.ITextModel, range?: TextRange): Promise<languages.TextEdit[] | undefined> {
  const found = await askAbout(model, (language, document) => language.format(document, range));
  return found?.map(({ from, to, insert }) => ({ range: modelRange(model, from, to), text: insert }));
}
