import type { CellEvidence } from '#engine/access/table.ts';
import type { DocumentText, Scenario } from '#engine/scenario/scenario.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { LineIndex } from '#engine/source/lines.ts';
import type { SourceSpan, TextId } from '#engine/source/span.ts';
import type { DocumentReport } from '#engine/study.ts';

/** A statement or grant as the page names it. */
export interface NamedEvidence {
  readonly ref: string;
  /** `DenyOutsideOrg`. */
  readonly label: string;
  readonly effect: 'Allow' | 'Deny';
  readonly span: SourceSpan;
  /** `31–40`, or null where the text is not at hand. */
  readonly lines: string | null;
}

/** Names evidence: by its document's own label and by its lines. */
export interface EvidenceNames {
  name(evidence: CellEvidence): NamedEvidence;
}

/** Reads labels from the reports and line numbers from the texts the spans point into. */
export function evidenceNames(documents: readonly DocumentReport[], scenario: Scenario): EvidenceNames {
  const labels = new Map(documents.flatMap((document) => document.statements.map((s) => [s.ref, s.label])));
  const old = new Set(documents.filter((document) => document.usedFallback).map((document) => document.id));
  const texts = scenarioTexts(scenario);
  const indexes = new Map<TextId, LineIndex | null>();
  const indexOf = (id: TextId): LineIndex | null => {
    const known = indexes.get(id);
    if (known !== undefined) return known;
    const document = texts.get(id);
    const text = old.has(id) ? document?.fallback : document?.text;
    const index = text === undefined ? null : lineIndex(text);
    indexes.set(id, index);
    return index;
  };
  return {
    name: (evidence) => ({
      ...evidence,
      label: labels.get(evidence.ref) ?? refLabel(evidence.ref),
      lines: lineWords(evidence.span, indexOf(evidence.span.text)),
    }),
  };
}

/** Each statement once, in the order of first mention. */
export function distinctEvidence(evidence: readonly CellEvidence[]): readonly CellEvidence[] {
  return [
    ...new Map(evidence.map((item) => [`${item.ref} ${item.span.text} ${item.span.from}`, item])).values(),
  ];
}

/** The label a ref carries in itself: `key#DenyOutsideOrg` → `DenyOutsideOrg`. */
function refLabel(ref: string): string {
  const hash = ref.lastIndexOf('#');
  return hash === -1 ? ref : ref.slice(hash + 1);
}

function lineWords(span: SourceSpan, index: LineIndex | null): string | null {
  if (index === null) return null;
  const first = index.at(span.from).line;
  const last = index.at(Math.max(span.from, span.to - 1)).line;
  return first === last ? `${first}` : `${first}–${last}`;
}

function scenarioTexts(scenario: Scenario): ReadonlyMap<TextId, DocumentText> {
  const documents = [
    ...scenario.keys.flatMap((key) => [key.policy, key.grants]),
    ...scenario.identities.flatMap((identity) => [
      ...(identity.policies ?? []).map((policy) => policy.document),
      identity.permissionsBoundary?.document,
    ]),
    ...scenario.organizationPolicies.map((policy) => policy.document),
    ...scenario.resources.map((resource) => resource.policy),
    ...scenario.vpcEndpoints.map((endpoint) => endpoint.policy),
  ];
  return new Map(documents.flatMap((document) => (document === undefined ? [] : [[document.id, document]])));
}
