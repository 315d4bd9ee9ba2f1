import type { DocumentText } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import type { Reply } from '#engine/study.ts';
import { counted } from '#kit/counted.ts';
import { countErrors } from './write.view.ts';

/** A policy as a row of a list shows it. */
export interface PolicyRow {
  readonly id: TextId;
  readonly name: string;
  /** Removing it loses something. */
  readonly hasText: boolean;
  /** "1 error", or null. */
  readonly problem: string | null;
  /** "3 statements", or null while it is not known. */
  readonly summary: string | null;
}

export function policyRow(name: string, document: DocumentText, study: Reply | null): PolicyRow {
  const report = study?.documents.find((each) => each.id === document.id);
  const errors = countErrors(report?.diagnostics ?? []);
  const statements = report?.usable === true ? counted(report.statements.length, 'statement') : null;
  return {
    id: document.id,
    name,
    hasText: saysSomething(document.text),
    problem: errors === 0 ? null : counted(errors, 'error'),
    summary: statements,
  };
}

/** Whether a policy text holds more than the frame a new one starts with. */
function saysSomething(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  return bare !== '' && bare !== '{"Version":"2012-10-17","Statement":[]}';
}
