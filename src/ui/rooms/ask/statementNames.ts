import type { Answer } from '#engine/explain/answer.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { DocumentReport } from '#engine/study.ts';

/** A piece of a sentence; a `statement` is a name that leads to its lines. */
export type SentencePart =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'statement'; readonly text: string; readonly span: SourceSpan };

/** What a statement or grant is called on the page: the label of its document's report, else what its ref carries. */
export function statementName(ref: string, reports: readonly DocumentReport[]): string {
  const label = reports
    .flatMap((report) => report.statements)
    .find((statement) => statement.ref === ref)?.label;
  return label ?? ref.slice(ref.lastIndexOf('#') + 1);
}

/** The sentence with every stressed name that is a statement's made into a way to its lines. */
export function sentenceParts(
  phrase: Phrase,
  answer: Answer,
  reports: readonly DocumentReport[],
): readonly SentencePart[] {
  const places = statementPlaces(answer, reports);
  return phrase.map((part) => {
    if (typeof part === 'string') return { kind: 'text', text: part };
    if ('code' in part) return { kind: 'code', text: part.code };
    const span = places.get(part.strong);
    if (span === undefined) return { kind: 'strong', text: part.strong };
    return { kind: 'statement', text: part.strong, span };
  });
}

/** Places by name. Two documents may use the same Sid: then the statement that decided is meant, else the first. */
function statementPlaces(
  answer: Answer,
  reports: readonly DocumentReport[],
): ReadonlyMap<string, SourceSpan> {
  const places = new Map<string, SourceSpan>();
  const add = (name: string, span: SourceSpan) => {
    if (!places.has(name)) places.set(name, span);
  };
  for (const { ref, span } of answer.deciding) add(statementName(ref, reports), span);
  for (const report of reports) {
    for (const { label, span } of report.statements) add(label, span);
  }
  return places;
}
