import { findAction } from '../catalog/actions.ts';
import { and, not, or, type Truth, truth } from '../conditions/truth.ts';
import { callerAccount, callerPartition } from '../request/caller.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { Check } from './check.ts';
import { type GrantSays, grantsSay } from './grantLayer.ts';
import type { Layers } from './layers.ts';
import type { PolicyPlan } from './plan.ts';
import { MatchClass } from './principalMatch.ts';
import { retireGrantPaths } from './retireGrant.ts';
import { allows, policiesSay, type PolicySays, saysNothing } from './statementMatch.ts';

/** The outcome of one check; `depends` only for questions that leave context open. */
export type CheckDecision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'depends';

/** What each layer said. Layers that do not bear on the check say nothing. */
export interface LayersSay {
  readonly keyPolicy: PolicySays;
  readonly resourcePolicy: PolicySays;
  readonly identity: PolicySays;
  readonly boundary: PolicySays;
  readonly session: PolicySays;
  /** One entry a level, in the order of `Layers.scp`. */
  readonly scp: readonly PolicySays[];
  readonly rcp: PolicySays;
  readonly endpoint: PolicySays;
  readonly grants: GrantSays;
}

/** The ways to an Allow (KMS section 0.3, step 5), each with whether it is open; `eligible` bars or admits them all. */
export interface Paths {
  /** Key policy or resource policy names the caller in its own account (A). */
  readonly direct: Truth;
  /** Key policy delegates to the account, IAM policies allow (B). */
  readonly delegated: Truth;
  /** Key policy of another account allows, IAM policies of the caller allow (C). */
  readonly crossAccount: Truth;
  readonly grant: Truth;
  /** Only the caller's IAM policies count: aliases and actions without a resource. */
  readonly identityAlone: Truth;
  /** Retiring a grant needs no policy for those the grant names (KMS-070). */
  readonly retire: Truth;
}

/** SCP and endpoint policy, which must allow besides (step 4). */
export interface Filters {
  readonly scp: Truth;
  readonly endpoint: Truth;
}

export type Bar =
  /** The operation works only within the key's own account (KMS-030). */
  | 'crossAccount'
  /** No request reaches another partition (IAM-019). */
  | 'partition'
  /** KMS takes signed requests only (KMS-010). */
  | 'anonymous';

export interface Outcome {
  readonly decision: CheckDecision;
  readonly says: LayersSay;
  readonly paths: Paths;
  readonly filters: Filters;
  readonly deny: Truth;
  readonly bar: Bar | undefined;
}

const STRONG =
  MatchClass.any | MatchClass.user | MatchClass.session | MatchClass.federatedUser | MatchClass.service;
const LIMITED = MatchClass.role | MatchClass.userOfFederated;
const EVERY_CLASS = STRONG | LIMITED | MatchClass.account;

const noPaths: Paths = {
  direct: 'false',
  delegated: 'false',
  crossAccount: 'false',
  grant: 'false',
  identityAlone: 'false',
  retire: 'false',
};

/**
 * Decides one check (KMS section 0.3, IAM section 6): eligibility, explicit denies of every layer, the layers that must
 * allow besides, then the ways to an Allow. The same code answers with and without a trace, for one request and for many.
 */
export function decide(check: Check, layers: Layers): Outcome {
  const says = listen(check, layers);
  const bar = barOf(check);
  const deny = denies(says);
  const filters = filtersOf(layers, says);
  const paths = bar === undefined ? pathsOf(check, layers, says) : noPaths;
  const allow = and(and(filters.scp, filters.endpoint), anyPath(paths));
  const decision = needsNoPermission(check) ? 'allowed' : combine(deny, allow, bar);
  return { decision, says, paths, filters, deny, bar };
}

/** These need no permission and cannot be denied (IAM-138). */
const alwaysAllowed: ReadonlySet<string> = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken']);

function needsNoPermission({ target, action }: Check): boolean {
  return target.kind !== 'key' && alwaysAllowed.has(action);
}

function combine(deny: Truth, allow: Truth, bar: Bar | undefined): CheckDecision {
  if (bar !== undefined) return 'implicitDeny';
  if (deny === 'true') return 'explicitDeny';
  if (allow === 'false') return 'implicitDeny';
  return and(not(deny), allow) === 'true' ? 'allowed' : 'depends';
}

function listen(check: Check, layers: Layers): LayersSay {
  const hasBoundary = layers.boundary !== undefined;
  return {
    keyPolicy: hear(layers.keyPolicy, check, hasBoundary),
    resourcePolicy: hear(layers.resourcePolicy, check, hasBoundary),
    identity: hear(layers.identity?.plans, check, hasBoundary),
    boundary: hear(layers.boundary, check, hasBoundary),
    session: hear(layers.session, check, hasBoundary),
    scp: layers.scp.length === 0 ? noLevels : layers.scp.map(({ plans }) => hear(plans, check, hasBoundary)),
    rcp: hear(layers.rcp, check, hasBoundary),
    endpoint: hear(layers.endpoint, check, hasBoundary),
    grants: grantsSay(check),
  };
}

const noLevels: readonly never[] = [];

/** Most checks have one or two layers; the absent ones share one answer. */
function hear(plans: readonly PolicyPlan[] | undefined, check: Check, hasBoundary: boolean): PolicySays {
  return plans === undefined || plans.length === 0 ? saysNothing : policiesSay(plans, check, hasBoundary);
}

function denies(says: LayersSay): Truth {
  let deny = or(or(says.keyPolicy.deny, says.identity.deny), or(says.boundary.deny, says.session.deny));
  deny = or(deny, or(or(says.rcp.deny, says.endpoint.deny), says.resourcePolicy.deny));
  for (const level of says.scp) deny = or(deny, level.deny);
  return deny;
}

const noFilters: Filters = { scp: 'true', endpoint: 'true' };

function filtersOf(layers: Layers, says: LayersSay): Filters {
  if (layers.scp.length === 0 && layers.endpoint === undefined) return noFilters;
  return {
    scp: everyLevel(says.scp),
    endpoint: layers.endpoint ? allows(says.endpoint, EVERY_CLASS) : 'true',
  };
}

/** Every level of the organization needs an Allow of its own (IAM-123). */
function everyLevel(levels: readonly PolicySays[]): Truth {
  let result: Truth = 'true';
  for (const level of levels) result = and(result, allows(level, EVERY_CLASS));
  return result;
}

function barOf(check: Check): Bar | undefined {
  if (isElsewhere(check)) return 'partition';
  const account = callerAccount(check.caller);
  // Most callers are of the resource's own account, and nothing bars those.
  if (account !== undefined && account === check.resourceAccount) return undefined;
  if (!check.action.startsWith('kms:')) return undefined;
  if (check.caller.kind === 'anonymous') return 'anonymous';
  const foreign = account !== undefined && check.resourceAccount !== undefined;
  // Anyone outside the accounts a scenario names is in another account.
  const outside = check.caller.kind === 'anyone' && account === undefined;
  if (!foreign && !outside) return undefined;
  return worksAcrossAccounts(check) ? undefined : 'crossAccount';
}

/** Nothing can be delegated across partitions; services, which are in all of them, call each in its own (IAM-019). */
function isElsewhere({ caller, resource, target }: Check): boolean {
  const partition = callerPartition(caller);
  if (partition === undefined || target.kind === 'none') return false;
  const there = target.kind === 'key' ? target.key.partition : splitArn(resource)?.partition;
  return there !== undefined && there !== '' && !there.includes('*') && there !== partition;
}

/** Keys that AWS manages serve their own account only (KMS-011). */
function worksAcrossAccounts({ action, target }: Check): boolean {
  if (target.kind === 'none') return true;
  return findAction(action)?.crossAccount === true && !(target.kind === 'key' && target.key.awsManaged);
}

function anyPath(paths: Paths): Truth {
  if (paths === noPaths) return 'false';
  const direct = or(or(paths.direct, paths.delegated), or(paths.crossAccount, paths.grant));
  return or(direct, or(paths.identityAlone, paths.retire));
}

/** What the caller's own account says: its IAM policies, and the boundary and session policy that limit them. */
export interface OwnSide {
  /** Some IAM policy allows; unknown where a question leaves open which policies the caller has. */
  readonly identity: Truth;
  readonly boundary: Truth;
  readonly session: Truth;
  /** All three. The root user needs no policy (KMS-006, IAM-026); a service or an unsigned request has none that could allow. */
  readonly all: Truth;
  /** Boundary and session policy alone, which limit a role named by a key policy or grant (KMS-012, IAM-131). */
  readonly limits: Truth;
}

export function ownSide(
  check: Check,
  layers: Layers,
  says: Pick<LayersSay, 'identity' | 'boundary' | 'session'>,
): OwnSide {
  if (check.caller.kind === 'root')
    return { identity: 'true', boundary: 'true', session: 'true', all: 'true', limits: 'true' };
  const supplied = layers.identity?.supplied === true;
  const open = check.open && layers.identity !== undefined && !supplied;
  const identity: Truth = open ? 'unknown' : allows(says.identity, EVERY_CLASS);
  const boundary = layers.boundary === undefined ? 'true' : allows(says.boundary, EVERY_CLASS);
  const session = sessionAllows(check, layers, says.session);
  const limits = and(boundary, session);
  return { identity, boundary, session, all: and(identity, limits), limits };
}

/** A federated user without a session policy has nothing but what names the session itself (IAM-129). */
function sessionAllows(check: Check, layers: Layers, says: PolicySays): Truth {
  if (layers.session !== undefined) return allows(says, EVERY_CLASS);
  return truth(check.caller.kind !== 'federatedUser');
}

function pathsOf(check: Check, layers: Layers, says: LayersSay): Paths {
  const own = ownSide(check, layers, says);
  if (check.action === 'kms:RetireGrant') return { ...noPaths, retire: retireGrantPaths(check, own) };
  switch (check.target.kind) {
    case 'key':
      return keyPaths(check, says, own);
    case 'alias':
    case 'none':
      return { ...noPaths, identityAlone: own.all };
    case 'resource':
      return resourcePaths(check, says, own);
    default:
      return check.target satisfies never;
  }
}

function keyPaths(check: Check, says: LayersSay, own: OwnSide): Paths {
  const { strong, limited, account } = says.grants;
  const grant = or(strong, or(and(limited, own.limits), and(account, own.all)));
  const { direct, delegated, crossAccount } = resourceSidePaths(check, says.keyPolicy, own);
  if (or(or(direct, delegated), or(crossAccount, grant)) === 'false') return noPaths;
  // Written out: spreading `noPaths` here would cost a fifth of the decision.
  return { direct, delegated, crossAccount, grant, identityAlone: 'false', retire: 'false' };
}

/** A policy on the resource: named callers of its own account directly, the account by delegation, others with both halves (IAM-131…133). */
function resourceSidePaths(
  check: Check,
  policy: PolicySays,
  own: OwnSide,
): Pick<Paths, 'direct' | 'delegated' | 'crossAccount'> {
  const account = callerAccount(check.caller);
  if (check.caller.kind === 'service' || check.caller.kind === 'anonymous') {
    return {
      direct: allows(policy, MatchClass.service | MatchClass.any),
      delegated: 'false',
      crossAccount: 'false',
    };
  }
  if (account !== check.resourceAccount) {
    return { direct: 'false', delegated: 'false', crossAccount: and(allows(policy, EVERY_CLASS), own.all) };
  }
  return {
    direct: or(allows(policy, STRONG), and(allows(policy, LIMITED), own.limits)),
    delegated: and(allows(policy, MatchClass.account), own.all),
    crossAccount: 'false',
  };
}

/** Another service's resource: inside one account either side is enough (IAM-126, IAM-130). */
function resourcePaths(check: Check, says: LayersSay, own: OwnSide): Paths {
  const fromPolicy = resourceSidePaths(check, says.resourcePolicy, own);
  const sameAccount =
    callerAccount(check.caller) !== undefined && callerAccount(check.caller) === check.resourceAccount;
  const kmsResource = check.action.startsWith('kms:');
  return {
    ...noPaths,
    ...fromPolicy,
    identityAlone: sameAccount || kmsResource ? own.all : 'false',
  };
}
