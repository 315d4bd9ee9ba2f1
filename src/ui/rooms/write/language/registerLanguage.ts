import type * as monaco from 'monaco-editor/editor/editor.api';
import { completionProvider } from './completionProvider.ts';
import { hoverProvider } from './hoverProvider.ts';

/** What Monaco is told about the texts of a language. All of it is worked out by the engine. */
export function registerLanguageFeatures(api: typeof monaco, languageId: string): void {
  api.languages.registerCompletionItemProvider(languageId, completionProvider);
  api.languages.registerHoverProvider(languageId, hoverProvider);
}
