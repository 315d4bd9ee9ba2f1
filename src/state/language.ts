import type { CompletionList } from '#engine/language/completion/completion.ts';
import type { HoverCard } from '#engine/language/hover/hoverCard.ts';
import type { OpenText } from '#engine/language/languageContext.ts';
import type { LanguageInput } from '#engine/language/language.ts';
import type { LanguageClient } from '#worker/languageClient.ts';
import type { WorkspaceStore } from './workspace.ts';

/**
 * What an editor asks about a text of the workspace, as it has it: line ends may differ from the workspace's, and answers are in
 * the offsets of the text that was asked about. Null: nothing to say, or no engine to ask.
 */
export interface LanguageService {
  complete(document: OpenText, offset: number): Promise<CompletionList | null>;
  hover(document: OpenText, offset: number): Promise<HoverCard | null>;
}

/** Sends the scenario along with each question: it is the one the text is part of, whatever else was asked before. */
export function createLanguageService(workspace: WorkspaceStore, client: LanguageClient): LanguageService {
  const input = (document: OpenText): LanguageInput => ({
    scenario: workspace.getState().scenario,
    document,
  });
  return {
    complete: (document, offset) => client.complete(input(document), offset),
    hover: (document, offset) => client.hover(input(document), offset),
  };
}
