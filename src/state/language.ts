import type { CompletionList } from '#engine/language/completion/completion.ts';
import type { Definition } from '#engine/language/definition.ts';
import type { TextRange } from '#engine/language/format.ts';
import type { HoverCard } from '#engine/language/hover/hoverCard.ts';
import type { OpenText } from '#engine/language/languageContext.ts';
import type { LanguageInput } from '#engine/language/language.ts';
import type { OutlineEntry } from '#engine/language/outline.ts';
import type { TextEdit } from '#engine/language/textEdit.ts';
import type { LanguageClient } from '#worker/languageClient.ts';
import type { WorkspaceStore } from './workspace.ts';

/**
 * What an editor asks about a text of the workspace, as it has it: line ends may differ from the workspace's, and answers are in
 * the offsets of the text that was asked about. Null: nothing to say, or no engine to ask.
 */
export interface LanguageService {
  complete(document: OpenText, offset: number): Promise<CompletionList | null>;
  hover(document: OpenText, offset: number): Promise<HoverCard | null>;
  definitions(document: OpenText, offset: number): Promise<readonly Definition[] | null>;
  outline(document: OpenText): Promise<readonly OutlineEntry[] | null>;
  folds(document: OpenText): Promise<readonly TextRange[] | null>;
  format(document: OpenText, range?: TextRange): Promise<readonly TextEdit[] | null>;
}

/** Sends the scenario along where it matters: it is the one the text is part of, whatever else was asked before. */
export function createLanguageService(workspace: WorkspaceStore, client: LanguageClient): LanguageService {
  const input = (document: OpenText): LanguageInput => ({
    scenario: workspace.getState().scenario,
    document,
  });
  return {
    complete: (document, offset) => client.complete(input(document), offset),
    hover: (document, offset) => client.hover(input(document), offset),
    definitions: (document, offset) => client.definitions(input(document), offset),
    outline: (document) => client.outline(document),
    folds: (document) => client.folds(document),
    format: (document, range) => client.format(document, range),
  };
}
