import { languages } from 'monaco-editor/editor/editor.api';
import type { IRange } from 'monaco-editor/editor/editor.api';
import type { Completion, CompletionKind, CompletionList } from '#engine/language/completion/completion.ts';
import { markdownOf } from './markdown.ts';
import { lineIndex, type LineIndex } from '#engine/source/lines.ts';
import { askAboutText } from './openModels.ts';

const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = languages;

const icons: Readonly<Record<CompletionKind, languages.CompletionItemKind>> = {
  element: Kind.Property,
  action: Kind.Function,
  principal: Kind.User,
  operator: Kind.Operator,
  conditionKey: Kind.Field,
  value: Kind.Value,
  statement: Kind.Snippet,
};

/** A quote begins every name and value of JSON. */
const triggerCharacters = ['"'];

/**
 * What can be entered here, as the engine ranks it. An answer is shown although more was typed meanwhile: Monaco narrows the list by
 * what was typed, and where it gets none it would not ask again before the next key.
 */
export const completionProvider: languages.CompletionItemProvider = {
  triggerCharacters,
  async provideCompletionItems(model, position) {
    const text = model.getValue();
    const offset = model.getOffsetAt(position);
    const list = await askAboutText(model, text, (language, document) => language.complete(document, offset));
    return list === null ? { suggestions: [] } : { suggestions: items(text, list) };
  },
};

/** In the lines of the text that was asked about, from which Monaco counts. */
function items(text: string, list: CompletionList): languages.CompletionItem[] {
  const lines = lineIndex(text);
  const range = rangeIn(lines, list.from, list.to);
  const isQuoted = text.startsWith('"', list.from) && list.from < list.to;
  const additionalTextEdits = list.edits.map(({ at, insert }) => ({
    range: rangeIn(lines, at, at),
    text: insert,
  }));
  return list.items.map((item, index) => ({
    ...itemOf(item),
    range,
    filterText: isQuoted ? `"${item.label}"` : item.label,
    sortText: String(index).padStart(5, '0'),
    ...(additionalTextEdits.length > 0 && { additionalTextEdits }),
  }));
}

function rangeIn(lines: LineIndex, from: number, to: number): IRange {
  const start = lines.at(from);
  const end = lines.at(to);
  return {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  };
}

function itemOf({
  kind,
  label,
  meaning,
  more,
  insert,
  continues,
}: Completion): Omit<languages.CompletionItem, 'range'> {
  return {
    label: { label, description: meaning },
    kind: icons[kind],
    documentation: markdownOf([meaning, ...(more === undefined ? [] : [more])]),
    insertText: insert,
    insertTextRules: Rule.InsertAsSnippet,
    ...(continues === true && { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } }),
  };
}
