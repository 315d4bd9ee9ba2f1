import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect } from 'react';
import type { DocumentKind } from '#engine/language/documentKind.ts';
import type { TextId } from '#engine/source/span.ts';
import type { LanguageService } from '#state/language.ts';
import { owners } from './openModels.ts';

/** Has the engine answer for the text of an editor while it is shown. */
export function useLanguage(
  view: editor.IStandaloneCodeEditor | null,
  language: LanguageService,
  id: TextId,
  kind: DocumentKind | null,
): void {
  useEffect(() => {
    const model = view?.getModel();
    if (model === null || model === undefined || kind === null) return undefined;
    return owners.tell(model, { language, id, kind });
  }, [view, language, id, kind]);
}
