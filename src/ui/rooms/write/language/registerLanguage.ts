import type * as monaco from 'monaco-editor/editor/editor.api';
import './widgets.css';
import { completionProvider } from './completionProvider.ts';
import { formatProvider } from './formatProvider.ts';
import { hoverProvider } from './hoverProvider.ts';
import { foldingProvider, outlineProvider } from './outlineProvider.ts';

/** What Monaco is told about the texts of a language. All of it is worked out by the engine. */
export function registerLanguageFeatures({ languages }: typeof monaco, languageId: string): void {
  languages.registerCompletionItemProvider(languageId, completionProvider);
  languages.registerHoverProvider(languageId, hoverProvider);
  languages.registerDocumentSymbolProvider(languageId, outlineProvider);
  languages.registerFoldingRangeProvider(languageId, foldingProvider);
  languages.registerDocumentFormattingEditProvider(languageId, formatProvider);
  languages.registerDocumentRangeFormattingEditProvider(languageId, formatProvider);
}
