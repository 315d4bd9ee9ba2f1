import type { Suppression } from '../scenario/scenario.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceSpan } from '../source/span.ts';
import type { Finding } from './finding.ts';
import { suppresses } from './suppressions.ts';

/** The pages of what proofs find. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['PUBLIC_ACCESS', 'public-access'],
  ['ACCESS_OUTSIDE_ORGANIZATION', 'outside-organization'],
  ['POLICY_LOCKOUT', 'policy-lockout'],
  ['STATEMENT_DOES_NOTHING', 'statement-does-nothing'],
  ['PART_DOES_NOTHING', 'statement-does-nothing'],
  ['NEW_ACCESS', 'new-access'],
]);

/** What a proof found, with its page, what it is about and the reason it is meant to stay. */
export type Proven = Diagnostic & Pick<Finding, 'about' | 'suppressed'> & { readonly rule: string | null };

/** What there is to know about the documents that proofs are about. */
export interface AroundProofs {
  /** The statements of the texts, as suppressions name them. */
  readonly statements: readonly { readonly ref: string; readonly span: SourceSpan }[];
  /** What lint found. */
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

/** What proofs found that lint has not said, or more, about the same place. */
export function provenFindings(
  proofs: readonly Diagnostic[],
  { statements, findings, suppressions }: AroundProofs,
): readonly Proven[] {
  return proofs
    .filter((proof) => !isCovered(proof, findings))
    .map((proof) => {
      const { text, from } = proof.span;
      const statement = statements.find(
        ({ span }) => span.text === text && span.from <= from && from < span.to,
      );
      const about = statement?.ref ?? text;
      const suppressed = suppressions.find((one) => suppresses(one, { code: proof.code, about }))?.reason;
      return { ...proof, rule: PAGES.get(proof.code) ?? null, about, suppressed };
    });
}

/** Whether lint has said as much, or more, about the same statement. */
function isCovered({ code, span }: Diagnostic, findings: readonly Finding[]): boolean {
  return findings.some((finding) => {
    if (finding.span.text !== span.text || !finding.covers.includes(code)) return false;
    if (finding.statement === undefined) return true;
    const isPart = code === 'PART_DOES_NOTHING';
    const place = isPart ? finding.span : finding.statement;
    return place.from <= span.from && span.from < place.to;
  });
}
