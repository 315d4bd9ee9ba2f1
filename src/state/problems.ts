import type { Finding, Fix } from '#engine/lint/finding.ts';
import { provenFindings } from '#engine/lint/proven.ts';
import type { Suppression } from '#engine/scenario/scenario.ts';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { TextId } from '#engine/source/span.ts';
import type { DocumentReport } from '#engine/study.ts';
import type { ResultsState } from './app.ts';

/** Something to say about a place in a document, wherever it was found: on reading it, by lint, or by a proof. */
export interface Problem extends Diagnostic {
  /** The page that explains it; null where nothing is known of it yet. */
  readonly rule: string | null;
  /** What it is about, as a suppression names it. */
  readonly about: string | null;
  readonly fixes: readonly Fix[];
  /** The reason for leaving it as it is. */
  readonly suppressed: string | undefined;
  /** Lint found it, in the text of the last whole study. */
  readonly isLint: boolean;
}

type Known = Pick<ResultsState, 'reply' | 'revision' | 'study' | 'studied'>;

/**
 * The problems of one document: what reading it found from the newest reply, what lint found from the newest whole study, and
 * what is proved about it. While a study is under way, lint's last findings stay, without their fixes' edits being made.
 *
 * @param proven findings of proofs about the document as it is
 */
export function documentProblems(
  id: TextId,
  known: Known,
  proven: readonly Diagnostic[],
  suppressions: readonly Suppression[],
): readonly Problem[] {
  const { reply, study } = known;
  const report = reply?.documents.find((each) => each.id === id);
  const own = (study?.findings ?? []).filter(({ span }) => span.text === id);
  const isReadable = report?.usable === true && !report.usedFallback;
  const byRules = isReadable ? own.filter(({ foundInReading }) => !foundInReading) : [];
  return [
    ...fromReading(report, own, known),
    ...byRules.map((finding) => ({ ...finding, isLint: true })),
    ...provenFindings(proven, {
      statements: report?.statements ?? [],
      findings: byRules,
      suppressions,
    }).map((finding) => ({ ...finding, fixes: [], isLint: false })),
  ];
}

/** All problems of all documents that nobody has suppressed, proofs left out. */
export function openProblems(known: Known): readonly Problem[] {
  const documents = known.reply?.documents ?? [];
  return documents
    .flatMap(({ id }) => documentProblems(id, known, [], []))
    .filter(({ suppressed }) => suppressed === undefined);
}

function fromReading(
  report: DocumentReport | undefined,
  own: readonly Finding[],
  { revision, studied }: Known,
): readonly Problem[] {
  const studiedOnes = own.filter(({ foundInReading }) => foundInReading);
  if (revision === studied) return studiedOnes.map((finding) => ({ ...finding, isLint: false }));
  return (report?.diagnostics ?? []).map((diagnostic) => {
    const same = studiedOnes.find(
      ({ code, message }) => code === diagnostic.code && message === diagnostic.message,
    );
    return {
      ...diagnostic,
      rule: same?.rule ?? null,
      about: same?.about ?? null,
      fixes: [],
      suppressed: same?.suppressed,
      isLint: false,
    };
  });
}
