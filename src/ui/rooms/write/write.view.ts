import { counted } from '#kit/counted.ts';
import type { Diagnostic, Severity } from '#engine/source/diagnostic.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { SourceSpan, TextId } from '#engine/source/span.ts';
import type { DocumentReport, Reply } from '#engine/study.ts';
import type { Focus, WriteTab } from '#state/app.ts';
import type { Problem } from '#state/problems.ts';
import type { Phrase, PhrasePart } from '#kit/phrase.ts';
import { writableDocuments } from './documents.ts';
import type { Work } from './documents.ts';

/** A tab chip: its label, a number after it, and the words of a warning sign. */
export interface WriteTabView {
  readonly id: WriteTab;
  readonly label: string;
  readonly count?: number;
  readonly problem?: string;
  /** The highlighter lies on something in it. */
  readonly isLit?: boolean;
}

/** What the tabs say. A number means things there are, or errors where the tab is one thing. */
export function tabViews(
  work: Work,
  study: Reply | null,
  lit: ReadonlySet<TextId> = new Set(),
  problems: readonly Diagnostic[] = (study?.documents ?? []).flatMap(({ diagnostics }) => diagnostics),
): readonly WriteTabView[] {
  const documents = writableDocuments(work);
  const { identities, organizationPolicies, vpcEndpoints, resources, keys } = work.scenario;
  const tab = (id: WriteTab, label: string, count: number): WriteTabView => {
    const ids = new Set(documents.filter((each) => each.tab === id).map((each) => each.id));
    const errors = countErrors(problems.filter(({ span }) => ids.has(span.text)));
    const number = id === 'keyPolicy' ? errors : count;
    return {
      id,
      label,
      ...(number > 0 && { count: number }),
      ...(errors > 0 && { problem: counted(errors, 'error') }),
      ...(documents.some((each) => each.tab === id && lit.has(each.id)) && { isLit: true }),
    };
  };
  return [
    tab('keyPolicy', 'Key policy', 0),
    tab('identities', 'Identities', identities.length),
    tab('grants', 'Grants', grantCount(study)),
    tab('organization', 'Organization', organizationPolicies.length),
    tab('resources', 'Resources', vpcEndpoints.length + resources.length),
    tab('key', keys.length > 1 ? 'Keys' : 'Key', keys.length > 1 ? keys.length : 0),
  ];
}

function grantCount(study: Reply | null): number {
  const reports = study?.documents.filter((report) => report.kind === 'grants') ?? [];
  return reports.reduce((sum, report) => sum + report.statements.length, 0);
}

export function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** The line across a pane whose text cannot be read. */
export interface BrokenBanner {
  readonly words: string;
  /** Where the trouble is; null where the problem has no line. */
  readonly line: number | null;
}

/** What to say while a text is broken, or null. */
export function brokenBanner(report: DocumentReport | null, text: string): BrokenBanner | null {
  if (report === null || (report.usable && !report.usedFallback) || text.trim() === '') return null;
  const line = brokenLine(report, text);
  const where = line === null ? 'this text' : `line ${line}`;
  if (report.usedFallback)
    return { line, words: `Showing the last valid version while ${where} has a problem.` };
  const cause = line === null ? 'This text' : `Line ${line}`;
  return { line, words: `${cause} has a problem. Until it is mended, answers leave this document out.` };
}

function brokenLine(report: DocumentReport, text: string): number | null {
  const first = report.diagnostics
    .filter(({ severity }) => severity === 'error')
    .reduce<number | null>(
      (least, { span }) => (least === null ? span.from : Math.min(least, span.from)),
      null,
    );
  return first === null ? null : lineIndex(text).at(first).line;
}

/** One row of the problem list. */
export interface ProblemRow<Of extends Diagnostic = Diagnostic> {
  readonly problem: Of;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  /** The severity in a word. */
  readonly kind: string;
  readonly code: string;
  readonly message: Phrase;
  readonly help: Phrase | null;
}

const severities: readonly Severity[] = ['error', 'securityWarning', 'warning', 'suggestion'];
const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  securityWarning: 'risk',
  warning: 'warning',
  suggestion: 'note',
};

/** The problems of a text, the worst first, then by place. */
export function problemRows<Of extends Diagnostic>(
  text: string,
  diagnostics: readonly Of[],
): readonly ProblemRow<Of>[] {
  const lines = lineIndex(text);
  return diagnostics
    .toSorted((left, right) => rank(left) - rank(right) || left.span.from - right.span.from)
    .map((problem) => ({
      problem,
      ...lines.at(problem.span.from),
      severity: problem.severity,
      kind: severityWords[problem.severity],
      code: problem.code,
      message: ticked(problem.message),
      help: problem.help === undefined ? null : ticked(problem.help),
    }));
}

/** Names for the rows of a list that stay with their problem while others come and go. */
export function problemKeys(rows: readonly ProblemRow<Problem>[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map(({ problem: { code, about, message } }) => {
    const name = [code, about, message].join(' ');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${name} ${count}`;
  });
}

/** What one of the other documents has, and where its worst problem is. */
export interface OtherDocument {
  readonly name: string;
  readonly words: string;
  readonly span: SourceSpan;
}

/** The problems of other documents, a line each, in the order of the documents. */
export function otherProblems(
  problems: readonly Diagnostic[],
  texts: ReadonlyMap<TextId, { readonly name: string }>,
): readonly OtherDocument[] {
  const ids = new Set(problems.map(({ span }) => span.text));
  return [...ids].flatMap((id) => {
    const own = problems.filter(({ span }) => span.text === id);
    const [worst] = own.toSorted((left, right) => rank(left) - rank(right));
    const name = texts.get(id)?.name;
    return worst === undefined || name === undefined
      ? []
      : [{ name, words: problemSummary(own), span: worst.span }];
  });
}

function rank({ severity }: Diagnostic): number {
  return severities.indexOf(severity);
}

/** "1 error, 2 notes", the worst first. */
export function problemSummary(diagnostics: readonly Diagnostic[]): string {
  return severities
    .map((severity) => [severity, diagnostics.filter((each) => each.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severityWords[severity]))
    .join(', ');
}

/** Text between backticks becomes code; an odd backtick stays what it is. */
export function ticked(text: string): Phrase {
  const pieces = text.split('`');
  const isOdd = pieces.length % 2 === 0;
  return pieces.flatMap((piece, index): readonly PhrasePart[] => {
    if (isOdd && index === pieces.length - 1) return [`\`${piece}`];
    if (piece === '') return [];
    return index % 2 === 1 ? [{ code: piece }] : [piece];
  });
}

/** The name of an editor, with the way out of it. */
export function editorLabel(name: string, isPlain: boolean, isMac: boolean): string {
  if (isPlain) return `${name}, JSON.`;
  const key = isMac ? 'Ctrl+Shift+M' : 'Ctrl+M';
  return `${name}, JSON. Press ${key} to let Tab leave the editor. F6 goes to the next pane.`;
}

/** What the highlighter lies on: the focus, or without one what decided the request. */
export function litSpans(focus: Focus | null, study: Reply | null): readonly SourceSpan[] {
  return focus?.spans ?? study?.answer?.deciding.map(({ span }) => span) ?? [];
}

/**
 * Whether the user has just pinned something, so that it should come into view. A pin that only moved along with the text
 * it stands in is the same pin.
 */
export function isNewPin(before: Focus | null, now: Focus | null, textChanged: boolean): boolean {
  if (now === null || !now.pinned || now === before) return false;
  const same = before !== null && before.pinned && before.label === now.label && before.from === now.from;
  return !(same && textChanged && before.spans.length === now.spans.length);
}
