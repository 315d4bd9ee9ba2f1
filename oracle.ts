import { findNaiveAction } from './naiveActions.ts';
import { type NaiveCaller, naiveCaller } from './naiveCaller.ts';
import { type NaiveCheck, naiveChecks } from './naiveChecks.ts';
import type { Upside } from './naiveConditions.ts';
import { classesOfGrants, retirement } from './naiveGrants.ts';
import { collectLayers, type NaiveLayers } from './naiveLayers.ts';
import { encryptionContextParameter } from './naiveParameters.ts';
import type { NaiveClass } from './naivePrincipals.ts';
import { type NaiveAnswer, policiesAnswer, type PolicyKind } from './naiveStatements.ts';
import { type Json, pairsOf, type PlainRequest, type PlainScenario } from './plain.ts';

export type OracleDecision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'notFound';

/** What settled a check: the layer that denied, the layer whose Allow was missing, or the way to the Allow. */
export type Reason =
  | 'not found'
  | 'anonymous'
  | 'eligibility'
  | `Deny in ${PolicyKind}`
  | `no Allow in ${PolicyKind}`
  | 'no way to retire'
  | 'by key policy'
  | 'by delegation'
  | 'across accounts'
  | 'by grant'
  | 'by retirement'
  | 'by identity policies'
  | 'by resource policy';

export interface OracleAnswer {
  readonly decision: OracleDecision;
  /** One for each check. */
  readonly reasons: readonly Reason[];
}

interface CheckAnswer {
  readonly decision: OracleDecision;
  readonly reason: Reason;
}

/**
 * Decides a request from the parsed scenario alone: KMS section 0.3 and IAM section 6, rule by rule, with nothing of the
 * engine. Slow, plain, and only for tests.
 *
 * @param upsideDown conditions whose outcome is turned around, to find out whether the decision hangs on them.
 */
export function oracle(scenario: PlainScenario, request: PlainRequest, upsideDown?: Upside): OracleAnswer {
  const caller = naiveCaller(request, scenario.identities ?? []);
  const checks = naiveChecks({ scenario, request, caller });
  if (checks === 'notFound') return { decision: 'notFound', reasons: ['not found'] };
  const answers = checks.map((check) => decideCheck({ scenario, request, caller, check, upsideDown }));
  const denied = answers.find(({ decision }) => decision === 'explicitDeny');
  const missing = answers.find(({ decision }) => decision !== 'allowed');
  return {
    decision: denied?.decision ?? missing?.decision ?? 'allowed',
    reasons: answers.map(({ reason }) => reason),
  };
}

interface Facts {
  readonly scenario: PlainScenario;
  readonly request: PlainRequest;
  readonly caller: NaiveCaller;
  readonly check: NaiveCheck;
  readonly upsideDown: Upside | undefined;
}

type Says = (kind: PolicyKind, documents: readonly Json[]) => NaiveAnswer;

function decideCheck(facts: Facts): CheckAnswer {
  const { check, caller, scenario } = facts;
  if (check.action.startsWith('kms:')) {
    if (caller.kind === 'anonymous') return { decision: 'implicitDeny', reason: 'anonymous' };
    // Step 2: eligibility.
    const foreign =
      caller.account !== undefined && check.account !== undefined && caller.account !== check.account;
    if (foreign && findNaiveAction(check.action)?.crossAccount !== true)
      return { decision: 'implicitDeny', reason: 'eligibility' };
  }
  if (check.action === 'sts:GetCallerIdentity') return { decision: 'allowed', reason: 'by identity policies' };
  const layers = collectLayers(scenario, facts.request, caller, check);
  const says: Says = (kind, documents) =>
    policiesAnswer(kind, documents, {
      action: check.action,
      resource: check.resource,
      place: check.action.startsWith('kms:') ? check.place : undefined,
      caller,
      identities: scenario.identities ?? [],
      context: check.context,
      bounded: layers.boundary !== undefined,
      upsideDown: facts.upsideDown,
    });
  return explicitDeny(layers, says) ?? filters(layers, says) ?? ways(facts, layers, says);
}

/** Step 3: a matching Deny anywhere. */
function explicitDeny(layers: NaiveLayers, says: Says): CheckAnswer | undefined {
  const sources: readonly (readonly [PolicyKind, readonly Json[]])[] = [
    ['key', layers.key],
    ['resource', layers.resource],
    ['identity', layers.identity],
    ['boundary', layers.boundary ?? []],
    ['session', layers.session ?? []],
    ['scp', layers.scpLevels.flat()],
    ['rcp', layers.rcp],
    ['endpoint', layers.endpoint ?? []],
  ];
  const denying = sources.find(([kind, documents]) => says(kind, documents).denies);
  return denying && { decision: 'explicitDeny', reason: `Deny in ${denying[0]}` };
}

/** Step 4: SCPs must allow at every level, the endpoint policy must allow. */
function filters(layers: NaiveLayers, says: Says): CheckAnswer | undefined {
  const allowed = (kind: PolicyKind, documents: readonly Json[]): boolean => says(kind, documents).allows.size > 0;
  if (!layers.scpLevels.every((level) => allowed('scp', level)))
    return { decision: 'implicitDeny', reason: 'no Allow in scp' };
  if (layers.endpoint !== undefined && !allowed('endpoint', layers.endpoint))
    return { decision: 'implicitDeny', reason: 'no Allow in endpoint' };
  return undefined;
}

/** The caller's own side: its IAM policies, and what limits them. The root user needs none of it (KMS-006, IAM-026). */
interface OwnSide {
  readonly identity: boolean;
  readonly boundary: boolean;
  readonly session: boolean;
}

function ownSide({ caller }: Facts, layers: NaiveLayers, says: Says): OwnSide {
  if (caller.kind === 'root') return { identity: true, boundary: true, session: true };
  const allowed = (kind: PolicyKind, documents: readonly Json[]): boolean => says(kind, documents).allows.size > 0;
  return {
    identity: allowed('identity', layers.identity),
    boundary: layers.boundary === undefined || allowed('boundary', layers.boundary),
    // Without a session policy a federated user has nothing through IAM policies (IAM-129).
    session: layers.session === undefined ? caller.kind !== 'federated' : allowed('session', layers.session),
  };
}

/** Step 5: A to D, and the ways of aliases, of actions without a resource and of RetireGrant. */
function ways(facts: Facts, layers: NaiveLayers, says: Says): CheckAnswer {
  const { caller, check } = facts;
  const own = ownSide(facts, layers, says);
  if (check.action === 'kms:RetireGrant') return retire(facts, own);
  if (check.target === 'alias' || check.target === 'nothing')
    return caller.kind === 'service' ? missing('identity') : throughIdentity(own, 'by identity policies');
  if (check.target === 'other') return otherResource(facts, own, says('resource', layers.resource));
  const grant = byGrant(facts, own);
  const byPolicy = bySideOfResource(facts, own, says('key', layers.key).allows, 'key');
  return byPolicy.decision !== 'allowed' && grant ? { decision: 'allowed', reason: 'by grant' } : byPolicy;
}

const missing = (kind: PolicyKind): CheckAnswer => ({ decision: 'implicitDeny', reason: `no Allow in ${kind}` });
const allowed = (reason: Reason): CheckAnswer => ({ decision: 'allowed', reason });

function throughIdentity({ identity, boundary, session }: OwnSide, reason: Reason): CheckAnswer {
  if (!identity) return missing('identity');
  if (!boundary) return missing('boundary');
  return session ? allowed(reason) : missing('session');
}

const unlimited: readonly NaiveClass[] = ['ANY', 'USER', 'SESSION', 'FEDUSER', 'SERVICE'];
const limited: readonly NaiveClass[] = ['ROLE', 'USER_OF_FED'];

/** A key policy, or another resource's policy, by match class: IAM-131 to IAM-133. */
function bySideOfResource(
  { caller, check }: Facts,
  own: OwnSide,
  classes: ReadonlySet<NaiveClass>,
  kind: 'key' | 'resource',
): CheckAnswer {
  const has = (list: readonly NaiveClass[]): boolean => list.some((one) => classes.has(one));
  const direct = allowed(kind === 'key' ? 'by key policy' : 'by resource policy');
  if (classes.size === 0) return missing(kind);
  if (caller.kind === 'service' || caller.kind === 'anonymous') return has(unlimited) ? direct : missing(kind);
  if (caller.account !== check.account) return throughIdentity(own, 'across accounts');
  if (has(unlimited)) return direct;
  if (has(limited) && own.boundary && own.session) return direct;
  if (classes.has('ACCOUNT')) return throughIdentity(own, 'by delegation');
  return missing(own.boundary ? 'session' : 'boundary');
}

/** KMS-057, U-02, U-05. */
function byGrant({ caller, check, request, scenario }: Facts, own: OwnSide): boolean {
  if (check.key === undefined) return false;
  const classes = classesOfGrants({
    key: check.key,
    action: check.action,
    caller,
    identities: scenario.identities ?? [],
    context: check.context,
    pairs:
      findNaiveAction(check.action)?.encryptionContext === true
        ? pairsOf(request.parameters?.[encryptionContextParameter(check.action)])
        : [],
    parameters: request.parameters ?? {},
  });
  const isIn = (one: NaiveClass): boolean => classes.has(one);
  if (unlimited.some(isIn)) return true;
  const limits = own.boundary && own.session;
  return limits && (limited.some(isIn) || (isIn('ACCOUNT') && own.identity));
}

function retire({ caller, check, request, scenario }: Facts, own: OwnSide): CheckAnswer {
  if (check.key === undefined) return { decision: 'implicitDeny', reason: 'no way to retire' };
  const may = retirement({
    key: check.key,
    action: check.action,
    caller,
    identities: scenario.identities ?? [],
    context: check.context,
    pairs: [],
    parameters: request.parameters ?? {},
  });
  if (may === 'freely') return allowed('by retirement');
  return may === 'withPolicies'
    ? throughIdentity(own, 'by retirement')
    : { decision: 'implicitDeny', reason: 'no way to retire' };
}

/** Other services: in one account either side is enough (IAM-130). A key that does not exist yet has no policy (KMS-025). */
function otherResource(facts: Facts, own: OwnSide, { allows }: NaiveAnswer): CheckAnswer {
  const { caller, check } = facts;
  const byPolicy = bySideOfResource(facts, own, allows, 'resource');
  if (byPolicy.decision === 'allowed' || caller.account === undefined) return byPolicy;
  const identityCounts = caller.account === check.account || check.action.startsWith('kms:');
  if (identityCounts) return throughIdentity(own, 'by identity policies');
  return byPolicy;
}

