import type { CheckDecision } from '../authorize/decide.ts';
import { ownSide } from '../authorize/decide.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { PolicyTrace, TracedCheck } from '../authorize/trace.ts';
import type { Truth } from '../conditions/truth.ts';
import type { GrantPlan } from '../grants/plan.ts';
import type { Statement } from '../policy/policy.ts';
import type { ExplainedStep, Mark } from './answer.ts';
import type { Deciders } from './deciders.ts';
import { explainedGrant } from './explainedGrant.ts';
import { explainedStatement, isDelegation } from './explainedStatement.ts';
import type { Phrase } from './phrase.ts';
import { code, list, shortCaller, statementName, strong } from './words.ts';

/** The layers of a check as steps, in the order KMS section 0.3 names them; layers that do not bear on it are left out. */
export function explainedLayers(id: string, traced: TracedCheck, deciders: Deciders): readonly ExplainedStep[] {
  const steps = [
    barStep(id, traced),
    keyPolicyStep(id, traced, deciders),
    resourcePolicyStep(id, traced, deciders),
    identityStep(id, traced, deciders),
    limitStep(`${id}/boundary`, 'Permissions boundary', traced.boundary, limits(traced).boundary, traced, deciders, 'IAM-127'),
    limitStep(`${id}/session`, 'Session policy', traced.session, limits(traced).session, traced, deciders, 'IAM-128'),
    grantsStep(id, traced, deciders),
    ...scpSteps(id, traced, deciders),
    denyOnlyStep(`${id}/rcp`, traced, deciders),
    limitStep(`${id}/endpoint`, 'VPC endpoint policy', traced.endpoint, traced.outcome.filters.endpoint, traced, deciders, 'KMS-230'),
  ];
  return steps.flatMap((step) => step ?? []);
}

function limits({ check, layers, outcome }: TracedCheck): { readonly boundary: Truth; readonly session: Truth } {
  return ownSide(check, layers, outcome.says);
}

function layer(id: string, mark: Mark, name: string, words: Phrase, rule: string, children: readonly ExplainedStep[]): ExplainedStep {
  const decisive = children.some((child) => child.decisive);
  const spans = children.filter((child) => child.decisive).flatMap((child) => child.spans);
  return { id, mark, text: [strong(name), ': ', ...words], rule, spans, decisive, children };
}

function barStep(id: string, { check, outcome }: TracedCheck): ExplainedStep | undefined {
  if (outcome.bar === undefined) return undefined;
  const text: Phrase =
    outcome.bar === 'anonymous'
      ? ['KMS takes signed requests only']
      : [code(check.action), ' works only for principals of the account that owns the key, whatever the policies say'];
  const rule = outcome.bar === 'anonymous' ? 'KMS-010' : 'KMS-030';
  return { id: `${id}/bar`, mark: 'implicitDeny', text, rule, spans: [], decisive: true, children: [] };
}

/** The statements of some policies in order, inert ones among them. */
function statementSteps(id: string, policies: readonly PolicyTrace[], traced: TracedCheck, deciders: Deciders): readonly ExplainedStep[] {
  const decisive = new Set<StatementTrace['plan']>(
    [...deciders.denies, ...deciders.resourceAllows, ...deciders.identityAllows].map((statement) => statement.plan),
  );
  return policies.flatMap(({ plan, statements }, policyIndex) =>
    plan.policy.statements.map((statement) => {
      const trace = statements.find((candidate) => candidate.plan.statement === statement);
      const own = `${id}/${policyIndex}.${statement.index}`;
      return trace === undefined ? inertStep(own, statement) : explainedStatement(own, trace, traced.check, decisive.has(trace.plan));
    }),
  );
}

function inertStep(id: string, statement: Statement): ExplainedStep {
  const { inert } = statement;
  return {
    id,
    mark: 'info',
    text: [strong(statementName(statement)), ' has no effect', ...(inert === undefined ? [] : [`: ${inert.because}`])],
    ...(inert === undefined ? {} : { rule: inert.rule }),
    spans: [inert?.span ?? statement.span],
    decisive: false,
    children: [],
  };
}

function applyingIn(policies: readonly PolicyTrace[], effect: 'Allow' | 'Deny'): readonly StatementTrace[] {
  return policies.flatMap(({ statements }) => statements.filter((one) => one.plan.effect === effect && one.applies !== 'false'));
}

function names(statements: readonly StatementTrace[]): Phrase {
  return list(statements.map(({ plan }) => strong(statementName(plan.statement))));
}

function verb(statements: readonly unknown[], one: string, many: string): string {
  return statements.length === 1 ? ` ${one}` : ` ${many}`;
}

function keyPolicyStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  const { check, keyPolicy } = traced;
  if (check.target.kind !== 'key') return undefined;
  const name = traced.check.target.kind === 'key' && keyPolicy[0]?.plan.policy.name !== 'key' && keyPolicy.length > 0 ? `Key policy of ${check.target.key.id}` : 'Key policy';
  if (check.action === 'kms:RetireGrant') {
    return layer(`${id}/key`, 'info', name, ['has no say in retiring a grant'], 'KMS-073', []);
  }
  if (keyPolicy.length === 0) return layer(`${id}/key`, 'implicitDeny', name, ['cannot be read, so it allows nothing'], 'KMS-001', []);
  const children = statementSteps(`${id}/key`, keyPolicy, traced, deciders);
  const denies = applyingIn(keyPolicy, 'Deny');
  const allows = applyingIn(keyPolicy, 'Allow');
  if (denies.length > 0) return layer(`${id}/key`, 'explicitDeny', name, [...names(denies), verb(denies, 'denies', 'deny')], 'KMS-008', children);
  if (allows.length === 0) return layer(`${id}/key`, 'implicitDeny', name, ['no statement allows this'], 'KMS-001', opened(children, traced));
  const delegating = allows.every(isDelegation);
  const sameAccount = 'account' in check.caller && check.caller.account === check.resourceAccount;
  if (delegating && check.caller.kind !== 'root') {
    const words: Phrase = sameAccount
      ? [...names(allows), verb(allows, 'lets', 'let'), " the account's IAM policies decide"]
      : [...names(allows), verb(allows, 'allows', 'allow'), " the caller's account, whose IAM policies must allow too"];
    return layer(`${id}/key`, 'allowed', name, words, sameAccount ? 'KMS-004' : 'KMS-035', children);
  }
  return layer(`${id}/key`, 'allowed', name, [...names(allows), verb(allows, 'allows', 'allow'), ' this'], 'KMS-007', children);
}

/** Where nothing allows, the statements that came nearest are shown open: those about this caller and action. */
function opened(children: readonly ExplainedStep[], { outcome }: TracedCheck): readonly ExplainedStep[] {
  if (outcome.decision !== 'implicitDeny') return children;
  return children.map((child) => {
    const near = child.children.length > 3 && child.children.slice(0, 3).every((part) => part.mark === 'yes');
    return near ? { ...child, decisive: true } : child;
  });
}

function resourcePolicyStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  if (traced.resourcePolicy.length === 0) return undefined;
  const children = statementSteps(`${id}/resource`, traced.resourcePolicy, traced, deciders);
  const [mark, words] = summary(traced.resourcePolicy);
  return layer(`${id}/resource`, mark, "The resource's policy", words, 'IAM-131', children);
}

function summary(policies: readonly PolicyTrace[]): readonly [Mark, Phrase] {
  const denies = applyingIn(policies, 'Deny');
  if (denies.length > 0) return ['explicitDeny', [...names(denies), verb(denies, 'denies', 'deny')]];
  const allows = applyingIn(policies, 'Allow');
  if (allows.length > 0) return ['allowed', [...names(allows), verb(allows, 'allows', 'allow'), ' this']];
  return ['implicitDeny', ['no statement allows this']];
}

function identityStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  const { check, layers, identity } = traced;
  if (layers.identity === undefined) return undefined;
  const name = `IAM policies of ${shortCaller(check.caller)}`;
  if (!layers.identity.supplied) return layer(`${id}/iam`, 'info', name, ['none supplied'], 'KMS-009', []);
  if (identity.length === 0) return layer(`${id}/iam`, 'implicitDeny', name, ['it has none'], 'IAM-126', []);
  const children = statementSteps(`${id}/iam`, identity, traced, deciders);
  const [mark, words] = summary(identity);
  if (mark === 'allowed' && !counts(traced)) {
    return layer(`${id}/iam`, 'info', name, [...words, ', but the key policy does not let IAM policies decide'], 'KMS-003', children);
  }
  const step = layer(`${id}/iam`, mark, name, words, 'IAM-126', children);
  // A missing IAM Allow decides only where the key policy leaves the decision to IAM.
  return mark === 'implicitDeny' && traced.outcome.decision === 'implicitDeny' && counts(traced) ? { ...step, decisive: true } : step;
}

/** Whether IAM policies can allow this at all: always outside the key policy's reach, otherwise where it delegates (KMS-003). */
function counts({ check, keyPolicy }: TracedCheck): boolean {
  return check.target.kind !== 'key' || check.action === 'kms:RetireGrant' || applyingIn(keyPolicy, 'Allow').length > 0;
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
  return mark === 'implicitDeny' && allowed === 'false' && blocks(traced.outcome.decision) ? { ...step, decisive: true } : step;
}

function blocks(decision: CheckDecision): boolean {
  return decision === 'implicitDeny';
}

function grantsStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  const { check } = traced;
  const grants: readonly GrantPlan[] = check.target.kind === 'key' ? check.target.key.grants : [];
  if (grants.length === 0) return undefined;
  const decisive = new Set(deciders.grants);
  const children = grants.map((grant, index) => explainedGrant(`${id}/grants/${index}`, grant, check, decisive.has(grant)));
  const applyingOnes = children.filter((child) => child.mark === 'allowed');
  const words = applyingOnes.length === 0 ? 'none applies' : `${applyingOnes.length} of ${grants.length} applies`;
  return layer(`${id}/grants`, applyingOnes.length > 0 ? 'allowed' : 'info', 'Grants', [words], 'KMS-055', children);
}

function scpSteps(id: string, traced: TracedCheck, deciders: Deciders): readonly ExplainedStep[] {
  return traced.scp.map(({ target, policies }, index) => {
    const own = `${id}/scp${index}`;
    if (policies.length === 0) {
      const words: Phrase = ['no SCP is attached at this level, so nothing is allowed below it'];
      return { ...layer(own, 'implicitDeny', `SCPs of ${target}`, words, 'IAM-123', []), decisive: blocks(traced.outcome.decision) };
    }
    const [mark, words] = summary(policies);
    const step = layer(own, mark, `SCPs of ${target}`, words, 'IAM-123', statementSteps(own, policies, traced, deciders));
    return mark === 'implicitDeny' && blocks(traced.outcome.decision) ? { ...step, decisive: true } : step;
  });
}

function denyOnlyStep(id: string, traced: TracedCheck, deciders: Deciders): ExplainedStep | undefined {
  if (traced.rcp.length === 0) return undefined;
  const denies = applyingIn(traced.rcp, 'Deny');
  const children = statementSteps(id, traced.rcp, traced, deciders);
  if (denies.length === 0) return layer(id, 'yes', 'RCPs', ['no Deny applies'], 'IAM-125', children);
  return layer(id, 'explicitDeny', 'RCPs', [...names(denies), verb(denies, 'denies', 'deny')], 'IAM-125', children);
}
