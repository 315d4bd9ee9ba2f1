import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { TracedCheck } from '../authorize/trace.ts';
import type { ExplainedStep } from './answer.ts';
import { isDelegation, isForeign } from './explainedStatement.ts';
import {
  applyingIn,
  blocking,
  layer,
  type LayerFacts,
  names,
  statementSteps,
  summary,
  verb,
} from './layerStep.ts';
import type { Phrase } from './phrase.ts';
import { shortCaller } from './words.ts';

/** What the key policy said: allowed, denied, left it to IAM policies, or nothing. */
export function keyPolicyStep(facts: LayerFacts): ExplainedStep | undefined {
  const { id, traced } = facts;
  const { check, keyPolicy } = traced;
  if (check.target.kind !== 'key') return undefined;
  const own = `${id}/key`;
  if (check.action === 'kms:RetireGrant')
    return layer(own, 'info', 'Key policy', ['has no say in retiring a grant'], 'KMS-073', []);
  const [policy] = keyPolicy;
  if (policy === undefined)
    return blocking(
      facts,
      'resource',
      layer(own, 'implicitDeny', 'Key policy', ['cannot be read, so it allows nothing'], 'KMS-001', []),
    );
  const name = policy.plan.policy.name === 'key' ? 'Key policy' : `Key policy of ${check.target.key.id}`;
  const children = statementSteps(own, keyPolicy, facts);
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
    return blocking(
      facts,
      'resource',
      layer(own, 'implicitDeny', name, ['no statement allows this'], 'KMS-001', children),
    );
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

/** What the caller's IAM policies said, and whether the key policy lets them say anything (KMS-003). */
export function identityStep(facts: LayerFacts): ExplainedStep | undefined {
  const { id, traced } = facts;
  const { check, layers, identity } = traced;
  if (layers.identity === undefined) return undefined;
  const own = `${id}/iam`;
  const name = `IAM policies of ${shortCaller(check.caller)}`;
  const isMissing = facts.blockers.some((blocker) => blocker.layer === 'identity');
  if (identity.length === 0) {
    const none = layers.identity.supplied ? 'it has none' : 'none supplied';
    return blocking(
      facts,
      'identity',
      layer(own, isMissing ? 'implicitDeny' : 'info', name, [none], 'IAM-126', []),
    );
  }
  const children = statementSteps(own, identity, facts);
  const [mark, words] = summary(identity);
  if (mark === 'allowed' && !counts(traced)) {
    const but = isForeign(check)
      ? ', but the account that owns the key must allow it too'
      : ', but the key policy does not let IAM policies decide';
    return layer(own, 'info', name, [...words, but], isForeign(check) ? 'KMS-035' : 'KMS-003', children);
  }
  return blocking(facts, 'identity', layer(own, mark, name, words, 'IAM-126', children));
}

/** Whether IAM policies can allow this at all: always outside the key policy's reach, otherwise where it delegates (KMS-003). */
function counts({ check, keyPolicy }: TracedCheck): boolean {
  return (
    check.target.kind !== 'key' ||
    check.action === 'kms:RetireGrant' ||
    applyingIn(keyPolicy, 'Allow').length > 0
  );
}
