import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect } from 'react';
import type { AskAboutProblem } from './documentEditing.ts';
import { knownProblems } from './problemActions.ts';
import type { OpenDocument } from './useDocument.ts';

/** Has the lightbulb of an editor offer what can be done about the problems of its text. */
export function useProblemActions(
  view: editor.IStandaloneCodeEditor | null,
  { text, problems, squiggles, lint }: OpenDocument,
  onAsk: AskAboutProblem,
): void {
  const isRead = squiggles !== null;
  const isLinted = lint !== null;
  useEffect(() => {
    const model = view?.getModel();
    if (model == null) return undefined;
    const fresh = problems.filter(
      ({ suppressed, isLint }) => suppressed === undefined && (isLint ? isLinted : isRead),
    );
    return knownProblems.tell(model, { text, problems: fresh, onAsk });
  }, [view, text, problems, isRead, isLinted, onAsk]);
}
