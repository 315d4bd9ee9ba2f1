import type { CheckDecision } from '../authorize/decide.ts';
import { ownSide } from '../authorize/decide.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { PolicyTrace, TracedCheck } from '../authorize/trace.ts';
import type { Truth } from '../conditions/truth.ts';
import type { GrantPlan } from '../grants/plan.ts';
import type { ExplainedStep } from './answer.ts';
import type { Deciders } from './deciders.ts';
import { explainedGrant } from './explainedGrant.ts';
import { isDelegation, isForeign } from './explainedStatement.ts';
import { applyingIn, layer, names, statementSteps, summary, verb } from './layerStep.ts';
import { nearGrants } from './nearMiss.ts';
import type { Phrase } from './phrase.ts';
import { code, shortCaller } from './words.ts';

/** The layers of a check as steps, in the order KMS section 0.3 names them; layers that do not bear on it are left out. */
export function explainedLayers(
  id: string,
  traced: TracedCheck,
  deciders: Deciders,
): readonly ExplainedStep[] {
  const steps = [
    barStep(id, traced),
    keyPolicyStep(id, traced, deciders),
    resourcePolicyStep(id, traced, deciders),
    identityStep(id, traced, deciders),
    limitStep(
      `${id}/boundary`,
      'Permissions boundary',
      traced.boundary,
      limits(traced).boundary,
      traced,
      deciders,
      'IAM-127',
    ),
    limitStep(
      `${id}/session`,
      'Session policy',
      traced.session,
      limits(traced).session,
      traced,
      deciders,
      'IAM-128',
    ),
    grantsStep(id, traced, deciders),
    ...scpSteps(id, traced, deciders),
    denyOnlyStep(`${id}/rcp`, traced, deciders),
    limitStep(
      `${id}/endpoint`,
      'VPC endpoint policy',
      traced.endpoint,
      traced.outcome.filters.endpoint,
      traced,
      deciders,
      'KMS-230',
    ),
  ];
  return steps.flatMap((step) => step ?? []);
}

function limits({ check, layers, outcome }: TracedCheck): {
  readonly boundary: Truth;
  readonly session: Truth;
} {
  return ownSide(check, layers, outcome.says);
}

function barStep(id: string, { check, outcome }: TracedCheck): ExplainedStep | undefined {
  if (outcome.bar === undefined) return undefined;
  const text: Phrase =
    outcome.bar === 'anonymous'
      ? ['KMS takes signed requests only']
      : [
          code(check.action),
          ' works only for principals of the account that owns the key, whatever the policies say',
        ];
  const rule = outcome.bar === 'anonymous' ? 'KMS-010' : 'KMS-030';
  return { id: `${id}/bar`, mark: 'implicitDeny', text, rule, spans: [], decisive: true, children: [] };
}

function keyPolicyStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  const { check, keyPolicy } = traced;
  if (check.target.kind !== 'key') return undefined;
  const own = `${id}/key`;
  if (check.action === 'kms:RetireGrant')
    return layer(own, 'info', 'Key policy', ['has no say in retiring a grant'], 'KMS-073', []);
  const [policy] = keyPolicy;
  if (policy === undefined)
    return layer(own, 'implicitDeny', 'Key policy', ['cannot be read, so it allows nothing'], 'KMS-001', []);
  const name = policy.plan.policy.name === 'key' ? 'Key policy' : `Key policy of ${check.target.key.id}`;
  const children = statementSteps(own, keyPolicy, traced, deciders);
  const denies = applyingIn(keyPolicy, 'Deny');
  const allows = applyingIn(keyPolicy, 'Allow');
  if (denies.length > 0)
    return layer(
      own,
      'explicitDeny',
      name,
      [...names(denies), verb(denies, 'denies', 'deny')],
      'KMS-008',
      children,
    );
  if (allows.length === 0)
    return layer(own, 'implicitDeny', name, ['no statement allows this'], 'KMS-001', children);
  if (check.caller.kind !== 'root' && allows.every(isDelegation))
    return delegationStep(own, name, traced, allows, children);
  return layer(
    own,
    'allowed',
    name,
    [...names(allows), verb(allows, 'allows', 'allow'), ' this'],
    'KMS-007',
    children,
  );
}

/** The key policy allows the account, which settles nothing yet (KMS-004, KMS-035). */
function delegationStep(
  id: string,
  name: string,
  { check }: TracedCheck,
  allows: readonly StatementTrace[],
  children: readonly ExplainedStep[],
): ExplainedStep {
  if (isForeign(check)) {
    const words: Phrase = [
      ...names(allows),
      verb(allows, 'allows', 'allow'),
      " the caller's account, whose IAM policies must allow too",
    ];
    return layer(id, 'yes', name, words, 'KMS-035', children);
  }
  return layer(
    id,
    'yes',
    name,
    [...names(allows), verb(allows, 'lets', 'let'), " the account's IAM policies decide"],
    'KMS-004',
    children,
  );
}

function resourcePolicyStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  if (traced.resourcePolicy.length === 0) return undefined;
  const children = statementSteps(`${id}/resource`, traced.resourcePolicy, traced, deciders);
  const [mark, words] = summary(traced.resourcePolicy);
  return layer(`${id}/resource`, mark, "The resource's policy", words, 'IAM-131', children);
}

function identityStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  const { check, layers, identity } = traced;
  if (layers.identity === undefined) return undefined;
  const name = `IAM policies of ${shortCaller(check.caller)}`;
  const missing = traced.outcome.decision === 'implicitDeny' && counts(traced);
  if (identity.length === 0) {
    const none = layers.identity.supplied ? 'it has none' : 'none supplied';
    return {
      ...layer(`${id}/iam`, missing ? 'implicitDeny' : 'info', name, [none], 'IAM-126', []),
      decisive: missing,
    };
  }
  const children = statementSteps(`${id}/iam`, identity, traced, deciders);
  const [mark, words] = summary(identity);
  if (mark === 'allowed' && !counts(traced)) {
    return layer(
      `${id}/iam`,
      'info',
      name,
      [...words, ', but the key policy does not let IAM policies decide'],
      'KMS-003',
      children,
    );
  }
  const step = layer(`${id}/iam`, mark, name, words, 'IAM-126', children);
  // A missing IAM Allow decides only where the key policy leaves the decision to IAM.
  return mark === 'implicitDeny' && missing ? { ...step, decisive: true } : step;
}

/** Whether IAM policies can allow this at all: always outside the key policy's reach, otherwise where it delegates (KMS-003). */
function counts({ check, keyPolicy }: TracedCheck): boolean {
  return (
    check.target.kind !== 'key' ||
    check.action === 'kms:RetireGrant' ||
    applyingIn(keyPolicy, 'Allow').length > 0
  );
}

function limitStep(
  id: string,
  name: string,
  policies: readonly PolicyTrace[],
  allowed: Truth,
  traced: TracedCheck,
  deciders: Deciders,
  rule: string,
): ExplainedStep | undefined {
  if (policies.length === 0) return undefined;
  const [mark, words] = summary(policies);
  const step = layer(id, mark, name, words, rule, statementSteps(id, policies, traced, deciders));
  return mark === 'implicitDeny' && allowed === 'false' && blocks(traced.outcome.decision)
    ? { ...step, decisive: true }
    : step;
}

function blocks(decision: CheckDecision): boolean {
  return decision === 'implicitDeny';
}

function grantsStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  const { check } = traced;
  const grants: readonly GrantPlan[] = check.target.kind === 'key' ? check.target.key.grants : [];
  if (grants.length === 0) return undefined;
  const near = traced.outcome.decision === 'implicitDeny' ? nearGrants(traced) : [];
  const decisive = new Set([...deciders.grants, ...near]);
  const children = grants.map((grant, index) =>
    explainedGrant(`${id}/grants/${index}`, grant, check, decisive.has(grant)),
  );
  const applyingOnes = children.filter((child) => child.mark === 'allowed');
  const words =
    applyingOnes.length === 0 ? 'none applies' : `${applyingOnes.length} of ${grants.length} applies`;
  return layer(
    `${id}/grants`,
    applyingOnes.length > 0 ? 'allowed' : 'info',
    'Grants',
    [words],
    'KMS-055',
    children,
  );
}

function scpSteps(id: string, traced: TracedCheck, deciders: Deciders): readonly ExplainedStep[] {
  return traced.scp.map(({ target, policies }, index) => {
    const own = `${id}/scp${index}`;
    if (policies.length === 0) {
      const words: Phrase = ['no SCP is attached at this level, so nothing is allowed below it'];
      return {
        ...layer(own, 'implicitDeny', `SCPs of ${target}`, words, 'IAM-123', []),
        decisive: blocks(traced.outcome.decision),
      };
    }
    const [mark, words] = summary(policies);
    const step = layer(
      own,
      mark,
      `SCPs of ${target}`,
      words,
      'IAM-123',
      statementSteps(own, policies, traced, deciders),
    );
    return mark === 'implicitDeny' && blocks(traced.outcome.decision) ? { ...step, decisive: true } : step;
  });
}

function denyOnlyStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  if (traced.rcp.length === 0) return undefined;
  const denies = applyingIn(traced.rcp, 'Deny');
  const children = statementSteps(id, traced.rcp, traced, deciders);
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
