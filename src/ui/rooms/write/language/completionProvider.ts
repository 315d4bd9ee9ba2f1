import { languages } from 'monaco-editor/editor/editor.api';
import type { editor } from 'monaco-editor/editor/editor.api';
import type { Completion, CompletionKind, CompletionList } from '#engine/language/completion/completion.ts';
import { markdownOf } from './markdown.ts';
import { modelRange } from './modelRange.ts';
import { askAbout } from './openModels.ts';

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

/** What can be entered here, as the engine ranks it. */
export const completionProvider: languages.CompletionItemProvider = {
  triggerCharacters,
  async provideCompletionItems(model, position) {
    const offset = model.getOffsetAt(position);
    const list = await askAbout(model, (language, document) => language.complete(document, offset));
    return list === null ? { suggestions: [] } : { suggestions: items(model, list) };
  },
};

function items(model: editor.ITextModel, list: CompletionList): languages.CompletionItem[] {
  const range = modelRange(model, list.from, list.to);
  const isQuoted = model.getValueInRange(range).startsWith('"');
  const additionalTextEdits = list.edits.map(({ at, insert }) => ({
    range: modelRange(model, at, at),
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
