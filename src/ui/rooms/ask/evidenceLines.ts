import type { Scenario, ScenarioRequest, DocumentText } from '#engine/scenario/scenario.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { LineIndex } from '#engine/source/lines.ts';
import type { SourceSpan, TextId } from '#engine/source/span.ts';
import type { DocumentReport } from '#engine/study.ts';

/** One text of the scenario: what to call it, and where its lines begin. */
export interface EvidenceText {
  readonly name: string;
  readonly lines: LineIndex;
}

export type EvidenceTexts = ReadonlyMap<TextId, EvidenceText>;

/** Where a step stands. `label` is short (`31–40`), `place` says all of it ("lines 31–40 of the key policy"). */
export interface EvidencePlace {
  readonly label: string;
  readonly place: string;
}

/**
 * The texts that spans point into. Where the engine answered with a document's last valid version, that is the text its
 * spans are about.
 */
export function evidenceTexts(
  scenario: Scenario,
  request: ScenarioRequest,
  reports: readonly DocumentReport[],
): EvidenceTexts {
  const onFallback = new Set(reports.filter((report) => report.usedFallback).map((report) => report.id));
  return new Map(
    namedDocuments(scenario, request).map(({ name, document }) => {
      const text = onFallback.has(document.id) ? (document.fallback ?? document.text) : document.text;
      return [document.id, { name, lines: lineIndex(text) }];
    }),
  );
}

/** The lines of some spans, those of one text joined; undefined where nothing in the texts is meant. */
export function evidencePlace(spans: readonly SourceSpan[], texts: EvidenceTexts): EvidencePlace | undefined {
  const byText = new Map<TextId, Set<string>>();
  for (const span of spans) {
    const text = texts.get(span.text);
    if (text === undefined) continue;
    byText.set(span.text, (byText.get(span.text) ?? new Set()).add(lineRange(span, text.lines)));
  }
  const places = [...byText].map(([id, ranges]) => ({
    name: texts.get(id)?.name ?? '',
    ranges: [...ranges],
  }));
  if (places.length === 0) return undefined;
  return {
    label: shortened(places.flatMap(({ ranges }) => ranges)),
    place: places.map(({ name, ranges }) => `${lineWord(ranges)} ${ranges.join(', ')} of ${name}`).join('; '),
  };
}

/** `34` or `31–40`. */
function lineRange(span: SourceSpan, lines: LineIndex): string {
  const first = lines.at(span.from).line;
  const last = lines.at(Math.max(span.from, span.to - 1)).line;
  return first === last ? String(first) : `${first}–${last}`;
}

function lineWord(ranges: readonly string[]): string {
  return ranges.length === 1 && !ranges[0]?.includes('–') ? 'line' : 'lines';
}

/** Beside a step there is room for two places; the rest is counted. */
function shortened(ranges: readonly string[]): string {
  return ranges.length <= 2 ? ranges.join(', ') : `${ranges[0]}, +${ranges.length - 1}`;
}

interface NamedDocument {
  readonly name: string;
  readonly document: DocumentText;
}

function namedDocuments(scenario: Scenario, request: ScenarioRequest): readonly NamedDocument[] {
  const named = (name: string, document: DocumentText | undefined): readonly NamedDocument[] =>
    document === undefined ? [] : [{ name, document }];
  return [
    ...scenario.keys.flatMap((key) => [
      ...named('the key policy', key.policy),
      ...named('the grants', key.grants),
    ]),
    ...scenario.identities.flatMap((identity) => [
      ...(identity.policies ?? []).flatMap((policy) => named(`IAM policy ${policy.name}`, policy.document)),
      ...named('the permissions boundary', identity.permissionsBoundary?.document),
    ]),
    ...scenario.organizationPolicies.flatMap((policy) => named(policy.name, policy.document)),
    ...scenario.resources.flatMap((resource) => named('the resource policy', resource.policy)),
    ...scenario.vpcEndpoints.flatMap((endpoint) =>
      named(`the endpoint policy of ${endpoint.id}`, endpoint.policy),
    ),
    ...(request.session?.policies ?? []).flatMap((document) => named('the session policy', document)),
  ];
}
