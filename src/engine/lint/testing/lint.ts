import { buildWorld } from '#engine/world/buildWorld.ts';
import type { PolicyType } from '#engine/policy/policy.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import type { KeyMetadata, Scenario } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import { applyEdits } from '#engine/whatIf/edit.ts';
import type { Finding, Fix } from '../finding.ts';
import { Linter } from '../linter.ts';
import type { Rule } from '../rule.ts';

export const ACCOUNT = '111122223333';
export const OTHER = '444455556666';
export const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
export const APP = { AWS: `arn:aws:iam::${ACCOUNT}:role/App` };
const OWNER = `arn:aws:iam::${ACCOUNT}:role/App`;

/** The statement that lets IAM policies decide; most rules have nothing to say beside it. */
export const DELEGATION = { Effect: 'Allow', Principal: ROOT, Action: 'kms:*', Resource: '*' };

/** An Allow for a role to decrypt, with whatever is different. */
export function allow(different: Readonly<Record<string, unknown>> = {}): object {
  return { Effect: 'Allow', Principal: APP, Action: 'kms:Decrypt', Resource: '*', ...different };
}

export interface Around {
  readonly type?: PolicyType;
  readonly metadata?: KeyMetadata;
  readonly scenario?: Partial<Scenario>;
}

/** A scenario whose only policy, of the given type, has this text. */
export function scenarioWith(text: string, { type = 'key', metadata, scenario }: Around = {}): Scenario {
  const document = { id: 'key', text: type === 'key' ? text : JSON.stringify(policyOf(DELEGATION)) };
  const key = { arn: KEY_ARN, policy: document, ...(metadata && { metadata }) };
  const empty: Scenario = {
    accounts: [],
    organizationPolicies: [],
    keys: [key],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
  return { ...empty, ...placed(text, type), ...scenario };
}

function placed(text: string, type: PolicyType): Partial<Scenario> {
  const policy = { name: 'Own', document: { id: textIds.identityPolicy(OWNER, 'Own'), text } };
  switch (type) {
    case 'identity':
      return { identities: [{ arn: OWNER, policies: [policy] }] };
    case 'boundary':
      return { identities: [{ arn: OWNER, permissionsBoundary: policy }] };
    case 'scp':
    case 'rcp': {
      const kind = type === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
      const document = { id: textIds.organizationPolicy(kind, 'Guard'), text };
      return { organizationPolicies: [{ type: kind, name: 'Guard', targets: [ACCOUNT], document }] };
    }
    case 'endpoint':
      return {
        vpcEndpoints: [{ id: 'vpce-0a1b2c3d', policy: { id: textIds.endpoint('vpce-0a1b2c3d'), text } }],
      };
    default:
      return {};
  }
}

/** A policy from a statement, some statements, or a policy that is whole already. */
export function policyOf(content: unknown): unknown {
  const isPolicy = typeof content === 'object' && content !== null && 'Statement' in content;
  return isPolicy ? content : { Version: '2012-10-17', Statement: content };
}

export function lintScenario(scenario: Scenario): readonly Finding[] {
  return new Linter().lint(buildWorld(scenario));
}

export function lintPolicy(content: unknown, around?: Around): readonly Finding[] {
  const text = typeof content === 'string' ? content : JSON.stringify(policyOf(content), undefined, 2);
  return lintScenario(scenarioWith(text, around));
}

/** What one rule says about a policy: `CODE what it points at`, JSON as it stands there. */
export function said(rule: Rule, content: unknown, around?: Around): readonly string[] {
  const text = typeof content === 'string' ? content : JSON.stringify(policyOf(content), undefined, 2);
  return saidIn(rule, scenarioWith(text, around));
}

export function saidIn(rule: Rule, scenario: Scenario): readonly string[] {
  return lintScenario(scenario)
    .filter((finding) => finding.rule === rule.name)
    .map(({ code, span }) => {
      const shown = findDocument(scenario, span.text)?.text.slice(span.from, span.to) ?? '';
      return `${code} ${shown.length > 150 ? '…' : shown}`;
    });
}

/** All that a finding says: its code, the sentence, what to do, and what its fixes are called. */
export function wordsOf({ code, message, help, fixes }: Finding): {
  readonly code: string;
  readonly says: string;
} {
  const titles = fixes.map(({ title }) => `Fix: ${title}.`);
  return { code, says: [message, ...(help === undefined ? [] : [help]), ...titles].join(' ') };
}

/** The policies of a scenario after the first fix of a rule's first finding that has one: parsed, by document. */
export function fixed(
  rule: Rule,
  content: unknown,
  around?: Around,
  which = 0,
): { readonly title: string; readonly policy: unknown; readonly scenario: Scenario; readonly text: string } {
  const text = typeof content === 'string' ? content : JSON.stringify(policyOf(content), undefined, 2);
  const scenario = scenarioWith(text, around);
  const finding = lintScenario(scenario).find((one) => one.rule === rule.name && one.fixes.length > 0);
  const fix: Fix | undefined = finding?.fixes[which];
  if (finding === undefined || fix === undefined) throw new Error(`No fix of ${rule.name}.`);
  const after = applyEdits({ scenario, request: { principal: '', action: '' } }, fix.edits).scenario;
  const changed = findDocument(after, finding.span.text)?.text ?? '';
  return { title: fix.title, policy: JSON.parse(changed) as unknown, scenario: after, text: changed };
}
