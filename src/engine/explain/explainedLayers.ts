import type { Check } from '../authorize/check.ts';
import type { Bar } from '../authorize/decide.ts';
import type { PolicyTrace } from '../authorize/trace.ts';
import type { GrantPlan } from '../grants/plan.ts';
import { callerPartition } from '../request/caller.ts';
import type { ExplainedStep } from './answer.ts';
import { explainedGrant } from './explainedGrant.ts';
import { identityStep, keyPolicyStep } from './explainedPolicies.ts';
import {
  blocking,
  layer,
  type LayerFacts,
  names,
  statementSteps,
  summary,
  verb,
  applyingIn,
} from './layerStep.ts';
import { nearGrants } from './nearMiss.ts';
import type { Phrase } from './phrase.ts';
import { code } from './words.ts';

/**
 * The layers of a check as steps, in the order KMS section 0.3 names them; layers that do not bear on it are left out. Every layer
 * that stands in the way is decisive, not only the first.
 */
export function explainedLayers(facts: LayerFacts): readonly ExplainedStep[] {
  const { traced } = facts;
  const steps = [
    barStep(facts),
    keyPolicyStep(facts),
    resourcePolicyStep(facts),
    identityStep(facts),
    limitStep(facts, 'boundary', 'Permissions boundary', traced.boundary, 'IAM-127'),
    sessionStep(facts),
    grantsStep(facts),
    ...scpSteps(facts),
    denyOnlyStep(facts),
    limitStep(facts, 'endpoint', 'VPC endpoint policy', traced.endpoint, 'KMS-230'),
  ];
  return steps.flatMap((step) => step ?? []);
}

function barStep({ id, traced: { check, outcome } }: LayerFacts): ExplainedStep | undefined {
  if (outcome.bar === undefined) return undefined;
  const [rule, text] = barWords(outcome.bar, check);
  return { id: `${id}/bar`, mark: 'implicitDeny', text, rule, spans: [], decisive: true, children: [] };
}

function barWords(bar: Bar, check: Check): readonly [rule: string, text: Phrase] {
  switch (bar) {
    case 'anonymous':
      return ['KMS-010', ['KMS takes signed requests only']];
    case 'partition':
      return [
        'IAM-019',
        [
          'The caller is of partition ',
          code(callerPartition(check.caller) ?? ''),
          ', and no request reaches another',
        ],
      ];
    case 'crossAccount':
      return [
        'KMS-030',
        [
          code(check.action),
          ' works only for principals of the account that owns the key, whatever the policies say',
        ],
      ];
    default:
      return bar satisfies never;
  }
}

function resourcePolicyStep(facts: LayerFacts): ExplainedStep | undefined {
  const { id, traced } = facts;
  if (traced.resourcePolicy.length === 0) return undefined;
  const children = statementSteps(`${id}/resource`, traced.resourcePolicy, facts);
  const [mark, words] = summary(traced.resourcePolicy);
  return blocking(
    facts,
    'resource',
    layer(`${id}/resource`, mark, "The resource's policy", words, 'IAM-131', children),
  );
}

function limitStep(
  facts: LayerFacts,
  which: 'boundary' | 'session' | 'endpoint',
  name: string,
  policies: readonly PolicyTrace[],
  rule: string,
): ExplainedStep | undefined {
  if (policies.length === 0) return undefined;
  const id = `${facts.id}/${which}`;
  const [mark, words] = summary(policies);
  return blocking(facts, which, layer(id, mark, name, words, rule, statementSteps(id, policies, facts)));
}

/** Federated users have nothing without a session policy, so its absence is a step of its own (IAM-129). */
function sessionStep(facts: LayerFacts): ExplainedStep | undefined {
  const { id, traced } = facts;
  if (traced.check.caller.kind === 'federatedUser' && traced.layers.session === undefined) {
    const words: Phrase = [
      'none was passed, so that only a policy that names the session itself, or everyone, can allow',
    ];
    return blocking(facts, 'session', layer(`${id}/session`, 'info', 'Session policy', words, 'IAM-129', []));
  }
  return limitStep(facts, 'session', 'Session policy', traced.session, 'IAM-128');
}

function grantsStep(facts: LayerFacts): ExplainedStep | undefined {
  const { id, traced, deciders } = facts;
  const { check } = traced;
  const grants: readonly GrantPlan[] = check.target.kind === 'key' ? check.target.key.grants : [];
  if (grants.length === 0) return undefined;
  const near = traced.outcome.decision === 'implicitDeny' ? nearGrants(traced) : [];
  const decisive = new Set([...deciders.grants, ...near]);
  const children = grants.map((grant, index) =>
    explainedGrant(`${id}/grants/${index}`, grant, check, decisive.has(grant)),
  );
  const applyingOnes = children.filter((child) => child.mark === 'allowed');
  const count = applyingOnes.length;
  const words =
    count === 0 ? 'none applies' : `${count} of ${grants.length} ${count === 1 ? 'applies' : 'apply'}`;
  return layer(`${id}/grants`, count > 0 ? 'allowed' : 'info', 'Grants', [words], 'KMS-055', children);
}

function scpSteps(facts: LayerFacts): readonly ExplainedStep[] {
  return facts.traced.scp.map(({ target, policies }, index) => {
    const id = `${facts.id}/scp${index}`;
    const name = `SCPs of ${target}`;
    if (policies.length === 0) {
      const words: Phrase = ['no SCP is attached at this level, so nothing is allowed below it'];
      return blocking(facts, 'scp', layer(id, 'implicitDeny', name, words, 'IAM-123', []), target);
    }
    const [mark, words] = summary(policies);
    const step = layer(id, mark, name, words, 'IAM-123', statementSteps(id, policies, facts));
    return blocking(facts, 'scp', step, target);
  });
}

function denyOnlyStep(facts: LayerFacts): ExplainedStep | undefined {
  const { traced } = facts;
  const id = `${facts.id}/rcp`;
  if (traced.rcp.length === 0) return undefined;
  const denies = applyingIn(traced.rcp, 'Deny');
  const children = statementSteps(id, traced.rcp, facts);
  if (denies.length === 0) return layer(id, 'yes', 'RCPs', ['no Deny applies'], 'IAM-125', children);
  return layer(
    id,
    'explicitDeny',
    'RCPs',
    [...names(denies), verb(denies, 'denies', 'deny')],
    'IAM-125',
    children,
  );
}
