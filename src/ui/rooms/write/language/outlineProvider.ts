import { languages } from 'monaco-editor/editor/editor.api';
import { modelRange } from './modelRange.ts';
import { askAbout } from './openModels.ts';

/** Statements and grants, for the list that Ctrl+Shift+O opens. */
export const outlineProvider: languages.DocumentSymbolProvider = {
  displayName: 'Keyway',
  async provideDocumentSymbols(model) {
    const entries = await askAbout(model, (language, document) => language.outline(document));
    return entries?.map(({ name, detail, from, to }) => {
      const range = modelRange(model, from, to);
      return {
        name,
        detail,
        containerName: detail,
        kind: languages.SymbolKind.Object,
        tags: [],
        range,
        selectionRange: modelRange(model, from, from),
      };
    });
  },
};

/** Every object and list of more than one line: statements and what is in them. */
export const foldingProvider: languages.FoldingRangeProvider = {
  async provideFoldingRanges(model) {
    const found = await askAbout(model, (language, document) => language.folds(document));
    return found?.map(({ from, to }) => {
      const { startLineNumber, endLineNumber } = modelRange(model, from, to);
      // The closing bracket stays in sight.
      return { start: startLineNumber, end: endLineNumber - 1 };
    });
  },
};
