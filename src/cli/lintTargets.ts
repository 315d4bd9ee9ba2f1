import type { Position } from '#engine/exchange/piece.ts';
import type { Settled } from '#engine/exchange/settle.ts';
import type { Finding } from '#engine/lint/finding.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import { recognize, type Recognized, type RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { Scenario, ScenarioKey } from '#engine/scenario/scenario.ts';
import { lineIndex } from '#engine/source/lines.ts';
import type { SourceSpan } from '#engine/source/span.ts';
import { rootArn } from '#engine/vocabulary/arn.ts';
import { readText, scenariosIn, UnusableInput } from './input.ts';
import type { PolicyOrScenario } from './policyOrScenario.ts';
import { POLICY_TYPES, scenarioAround } from './scenarioAround.ts';
import { EXAMPLE, fillTemplate } from './template.ts';

/** One thing in a file that lint looks at. */
export interface Target {
  readonly scenario: Scenario;
  /** Where a finding stands in the file; undefined where that cannot be told. */
  readonly placeOf: (span: SourceSpan) => Position | undefined;
  /** What it is called in its template: `aws_kms_key.orders`. */
  readonly piece?: string;
  /** Whether a finding is about what the template leaves open, which is filled in when it is deployed. */
  readonly isOpen?: (finding: Finding) => boolean;
  /** What can be compared with a base; undefined for policies that are not a key's. */
  readonly compared?: PolicyOrScenario;
}

/**
 * What a file has for lint: a scenario or several, a policy of any kind, grants, or the keys and policies of a template, filled in
 * as far as can be told.
 *
 * @param type what a policy is taken for, where its shape leaves a choice; a word of `--type`
 * @param report is told of what could not be read beside the rest
 * @throws UnusableInput
 */
export function targetsIn(
  file: string,
  type: string | undefined,
  report: (problem: string) => void,
): readonly Target[] {
  const text = readText(file);
  const recognized = recognize(text);
  if (isPolicy(recognized)) return [ofPolicy(text, recognized, type)];
  if (recognized.kind === 'scenario' || text.includes('"keyway"')) return ofScenarios(file, text);
  return recognized.kind === 'grants' ? [ofGrants(text, recognized.text)] : ofTemplate(file, text, report);
}

function isPolicy(recognized: Recognized): recognized is RecognizedPolicy {
  return recognized.kind.endsWith('Policy') || recognized.kind === 'permissionsBoundary';
}

function ofPolicy(text: string, policy: RecognizedPolicy, type: string | undefined): Target {
  const kind = POLICY_TYPES[type ?? ''] ?? policy.kind;
  const offset = text.indexOf(policy.text);
  const lines = lineIndex(text);
  const after = { kind: 'policy', text: policy.text, account: policy.account } as const;
  return {
    scenario: scenarioAround(policy, kind),
    placeOf: ({ from }) => (offset < 0 ? undefined : lines.at(offset + from)),
    ...(kind === 'keyPolicy' && { compared: after }),
  };
}

/** Grants are those of a key that has AWS's default policy, in the account that they name. */
function ofGrants(text: string, grants: string): Target {
  const offset = text.indexOf(grants);
  const lines = lineIndex(text);
  const account = /:kms:[a-z0-9-]*:(\d{12}):key\//.exec(grants)?.[1] ?? EXAMPLE.account;
  const root = { AWS: rootArn(account) };
  const delegation = { Effect: 'Allow', Principal: root, Action: 'kms:*', Resource: '*' };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [delegation] });
  const around = scenarioAround({ text: policy, account }, 'keyPolicy');
  return {
    scenario: {
      ...around,
      keys: around.keys.map((key) => ({ ...key, grants: { id: 'grants', text: grants } })),
    },
    placeOf: ({ from }) => (offset < 0 ? undefined : lines.at(offset + from)),
  };
}

function ofScenarios(file: string, text: string): readonly Target[] {
  const lines = lineIndex(text);
  return scenariosIn(file, text).scenarios.map((scenario) => ({
    scenario,
    placeOf: (span) => {
      const document = findDocument(scenario, span.text);
      const start = document?.offset;
      const at = start === undefined ? document?.within?.from : start + span.from;
      return at === undefined ? undefined : lines.at(at);
    },
    compared: { kind: 'scenario', scenario },
  }));
}

function ofTemplate(file: string, text: string, report: (problem: string) => void): readonly Target[] {
  const { pieces, open, problems } = fillTemplate(file, text);
  problems.forEach(report);
  const targets = pieces.flatMap(({ title, settled, placeOf }): readonly Target[] => {
    const found = ofPiece(settled);
    if (found === undefined) return [];
    const isOpen = aboutOpen(found.scenario, open);
    return [{ ...found, placeOf: ({ from }) => placeOf(from), piece: title, isOpen }];
  });
  if (targets.length === 0) throw new UnusableInput(`${file}: has no policy to look at.`);
  return targets;
}

/** Whether what a finding points at is still to be filled in. */
function aboutOpen(scenario: Scenario, open: readonly string[]): (finding: Finding) => boolean {
  return ({ code, span }) => {
    const text = findDocument(scenario, span.text)?.text.slice(span.from, span.to) ?? '';
    return code === 'TEMPLATE_PLACEHOLDER' || open.some((name) => text.includes(`\${${name}}`));
  };
}

function ofPiece(settled: Settled): Pick<Target, 'scenario' | 'compared'> | undefined {
  if (settled.kind === 'recognized') {
    const { recognized } = settled;
    return isPolicy(recognized) ? { scenario: scenarioAround(recognized, recognized.kind) } : undefined;
  }
  if (settled.kind !== 'key' || settled.policy === undefined) return undefined;
  const { arn, metadata, policy } = settled;
  const around = scenarioAround(policy, 'keyPolicy');
  // Whose key it is a template seldom says: then it is the account's that the policy names, or nobody knows.
  const facts = { ...(arn !== undefined && { arn }), ...(metadata !== undefined && { metadata }) };
  return {
    scenario: { ...around, keys: around.keys.map((key): ScenarioKey => ({ ...key, ...facts })) },
    compared: { kind: 'policy', text: policy.text, account: policy.account },
  };
}
