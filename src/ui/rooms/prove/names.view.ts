import type { CitedStatement } from '#engine/prove/questions/answer.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import type { DocumentReport } from '#engine/study.ts';
import { documentsOf } from '#engine/scenario/mapDocuments.ts';
import type { Phrase } from '#kit/phrase.ts';

/** A statement or grant as the page names it. */
export interface NamedStatement {
  readonly ref: string;
  /** `DenyOutsideOrg`. */
  readonly label: string;
  readonly effect: 'Allow' | 'Deny';
  /** Null where it stands in no text of this scenario: of another version, say. */
  readonly span: SourceSpan | null;
  /** `31–40`. */
  readonly lines: string | null;
}

/** Names statements as the documents' reports do. */
export interface StatementNames {
  name(cited: CitedStatement): NamedStatement;
  /** A sentence with refs (`key#DenyOutsideOrg`) written as the statements' names. */
  readable(phrase: Phrase): Phrase;
}

/** @param isCurrent false where places are of an earlier version: then there are names and no places. */
export function statementNames(
  reports: readonly DocumentReport[],
  scenario: Scenario,
  isCurrent: boolean,
): StatementNames {
  const statements = new Map(reports.flatMap((report) => report.statements.map((own) => [own.ref, own])));
  const old = new Set(reports.filter((report) => report.usedFallback).map((report) => report.id));
  const texts = new Map(
    documentsOf(scenario).map(({ id, text, fallback }) => [id, old.has(id) ? (fallback ?? text) : text]),
  );
  return {
    name({ ref, span }) {
      const known = statements.get(ref);
      const place = isCurrent ? (span ?? null) : null;
      const text = place === null ? undefined : texts.get(place.text);
      return {
        ref,
        label: known?.label ?? refLabel(ref),
        effect: known?.effect === 'Deny' ? 'Deny' : 'Allow',
        span: place,
        lines: place === null || text === undefined ? null : lineWords(place, text),
      };
    },
    readable: (phrase) =>
      phrase.map((part) => {
        if (typeof part === 'string' || !('code' in part)) return part;
        const known = statements.get(part.code);
        if (known !== undefined) return { strong: known.label };
        return isRef(part.code) ? { strong: refLabel(part.code) } : part;
      }),
  };
}

function isRef(code: string): boolean {
  return /^(key|grant|scp|rcp|identity|boundary|endpoint)[:#]/.test(code);
}

/** The label a ref carries in itself: `key#DenyOutsideOrg` → `DenyOutsideOrg`. */
function refLabel(ref: string): string {
  const hash = ref.lastIndexOf('#');
  if (hash >= 0) return ref.slice(hash + 1);
  return ref.startsWith('grant:') ? `grant ${ref.slice('grant:'.length, 'grant:'.length + 8)}` : ref;
}

function lineWords(span: SourceSpan, text: string): string {
  const index = lineIndex(text);
  const first = index.at(span.from).line;
  const last = index.at(Math.max(span.from, span.to - 1)).line;
  return first === last ? `${first}` : `${first}–${last}`;
}
