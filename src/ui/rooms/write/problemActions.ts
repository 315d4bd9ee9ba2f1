import type * as monaco from 'monaco-editor/editor/editor.api';
import type { IRange, languages } from 'monaco-editor/editor/editor.api';
import type { Problem } from '#state/problems.ts';
import type { AskAboutProblem, ProblemRequest } from './documentEditing.ts';
import { squiggles } from './editorMarks.ts';
import { PerModel } from './language/perModel.ts';
import { toRange } from './monacoDecorations.ts';
import { sameButLineEnds } from './textChange.ts';

/** What is known of a model's text, and who shows what can be done about it. */
interface KnownProblems {
  readonly text: string;
  /** Those that were found in this very text. */
  readonly problems: readonly Problem[];
  readonly onAsk: AskAboutProblem;
}

export const knownProblems = new PerModel<KnownProblems>();

/** The command behind every entry; its argument does the thing. */
const COMMAND = 'keyway.aboutProblem';

/** Has the lightbulb offer what can be done about problems. */
export function registerProblemActions(
  { editor: editors, languages: all }: typeof monaco,
  languageId: string,
): void {
  all.registerCodeActionProvider(languageId, provider, { providedCodeActionKinds: ['quickfix'] });
  editors.registerCommand(COMMAND, (_, act: () => void) => act());
}

/** Each entry opens something under the editor, where a fix is looked at before it is made. */
const provider: languages.CodeActionProvider = {
  provideCodeActions(model, range) {
    const own = knownProblems.of(model);
    if (own === undefined || !sameButLineEnds(model.getValue(), own.text)) return undefined;
    const here = squiggles(own.text, own.problems).filter((each) => touches(toRange(each.range), range));
    const entries = here.flatMap(({ diagnostic }) => entriesOf(diagnostic));
    const inOrder = ORDER.flatMap((what) => entries.filter((entry) => entry.what === what));
    const actions = inOrder.map(({ title, problem, what }): languages.CodeAction => {
      const open = () => own.onAsk({ problem, what });
      return { title, kind: 'quickfix', command: { id: COMMAND, title, arguments: [open] } };
    });
    return { actions, dispose: () => {} };
  },
};

/** All fixes come first. */
const ORDER = ['fixes', 'page', 'reason'] as const;

interface Entry extends ProblemRequest {
  readonly title: string;
}

function entriesOf(problem: Problem): readonly Entry[] {
  const { code, about, fixes, rule } = problem;
  return [
    ...fixes.map(({ title }): Entry => ({ title: `${title.replaceAll('`', '')}…`, problem, what: 'fixes' })),
    ...(rule === null || rule === '' ? [] : [{ title: `Why ${code}`, problem, what: 'page' } as const]),
    ...(about === null ? [] : [{ title: `Suppress ${code}…`, problem, what: 'reason' } as const]),
  ];
}

function touches(one: IRange, other: IRange): boolean {
  return !isBefore(one, other) && !isBefore(other, one);
}

function isBefore(one: IRange, other: IRange): boolean {
  return (
    one.endLineNumber < other.startLineNumber ||
    (one.endLineNumber === other.startLineNumber && one.endColumn < other.startColumn)
  );
}
