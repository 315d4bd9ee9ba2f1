import { encryptionContextParameter, findNaiveAction } from './actions.ts';
import { type NaiveCaller, naiveCaller } from './caller.ts';
import type { NaiveCheck } from './check.ts';
import { naiveChecks } from './checks.ts';
import { arnField } from './glob.ts';
import { isWithin } from './namedKeys.ts';
import { classesOfGrants, type GrantQuestion, retirement } from './grants.ts';
import { collectLayers, type NaiveLayers } from './layers.ts';
import { type Json, memberOf, pairsOf, type PlainRequest, type PlainScenario } from './plain.ts';
import type { NaiveClass } from './principals.ts';
import { type NaiveAnswer, policiesAnswer, type PolicyKind, type StatementListener } from './statements.ts';

export type OracleDecision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'notFound';

/** The ways to an Allow (KMS section 0.3, step 5), whether or not something denies. */
export type Way = 'direct' | 'delegated' | 'crossAccount' | 'grant' | 'identityAlone' | 'retire';

export interface CheckAnswer {
  readonly action: string;
  readonly resource: string;
  readonly decision: OracleDecision;
  /** Step 2. */
  readonly barred: 'anonymous' | 'crossAccount' | 'partition' | undefined;
  /** Step 3: every layer with a Deny that applies. */
  readonly denying: readonly PolicyKind[];
  /** Step 4: the filters that lack an Allow. */
  readonly missing: readonly ('scp' | 'endpoint')[];
  /** Step 5. */
  readonly ways: readonly Way[];
}

export interface OracleAnswer {
  readonly decision: OracleDecision;
  readonly checks: readonly CheckAnswer[];
}

/**
 * Decides a request from the parsed scenario document alone: KMS section 0.3 and IAM section 6, rule by rule, with nothing of
 * the engine. Slow, plain, and only for tests.
 */
export function oracle(
  scenario: PlainScenario,
  request: PlainRequest,
  listen?: StatementListener,
): OracleAnswer {
  const caller = naiveCaller(request, scenario);
  const checks = naiveChecks({ scenario, request, caller });
  if (checks === 'notFound') return { decision: 'notFound', checks: [] };
  const answers = checks.map((check) => decideCheck({ scenario, check, listen }));
  const denied = answers.find(({ decision }) => decision === 'explicitDeny');
  const missing = answers.find(({ decision }) => decision !== 'allowed');
  return { decision: denied?.decision ?? missing?.decision ?? 'allowed', checks: answers };
}

interface Facts {
  readonly scenario: PlainScenario;
  readonly check: NaiveCheck;
  readonly listen: StatementListener | undefined;
}

type Says = (kind: PolicyKind, documents: readonly Json[]) => NaiveAnswer;

function decideCheck(facts: Facts): CheckAnswer {
  const { check } = facts;
  const layers = collectLayers(facts.scenario, check);
  const says = listener(facts, layers);
  const barred = barOf(facts);
  const denying = denyingLayers(layers, says);
  const missing = missingFilters(layers, says);
  const ways = barred === undefined ? openWays(facts, layers, says) : [];
  const parts = { action: check.action, resource: check.resource, barred, denying, missing, ways };
  return { ...parts, decision: combined(parts) };
}

/** Steps 2 to 6, in this order; two calls need nothing at all (IAM-138). */
function combined({ action, barred, denying, missing, ways }: Omit<CheckAnswer, 'decision'>): OracleDecision {
  if (action === 'sts:GetCallerIdentity' || action === 'sts:GetSessionToken') return 'allowed';
  if (barred !== undefined) return 'implicitDeny';
  if (denying.length > 0) return 'explicitDeny';
  return missing.length === 0 && ways.length > 0 ? 'allowed' : 'implicitDeny';
}

function listener({ check, scenario, listen }: Facts, layers: NaiveLayers): Says {
  return (kind, documents) =>
    policiesAnswer(kind, documents, {
      action: check.action,
      resource: check.resource,
      place: check.action.startsWith('kms:') ? check.place : undefined,
      caller: check.caller,
      identities: scenario.identities ?? [],
      context: check.context,
      bounded: layers.boundary !== undefined,
      listen,
    });
}

/** Step 2: KMS takes signed requests only (KMS-010), and most operations work at home only (KMS-030). */
function barOf({ check }: Facts): CheckAnswer['barred'] {
  const { caller } = check;
  // IAM-019: no request reaches another partition.
  if (arnField(check.resource, 1) !== '' && !isWithin(check.resource, caller)) return 'partition';
  if (!check.action.startsWith('kms:')) return undefined;
  if (caller.kind === 'anonymous') return 'anonymous';
  const foreign =
    caller.account !== undefined && check.account !== undefined && caller.account !== check.account;
  // Nor can another account use an AWS managed key (KMS-011, KMS-041).
  const isManaged = memberOf(check.key?.metadata, 'KeyManager') === 'AWS';
  const works = findNaiveAction(check.action)?.crossAccount === true && !isManaged;
  return foreign && !works ? 'crossAccount' : undefined;
}

/** Step 3: a Deny in any of them (IAM-121). */
function denyingLayers(layers: NaiveLayers, says: Says): readonly PolicyKind[] {
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
  return sources.flatMap(([kind, documents]) => (says(kind, documents).denies ? [kind] : []));
}

/** Step 4: SCPs must allow at every level (IAM-123), the endpoint policy must allow (KMS-230). */
function missingFilters(layers: NaiveLayers, says: Says): CheckAnswer['missing'] {
  const levelsAllow = layers.scpLevels.every((level) => says('scp', level).allows.size > 0);
  const endpointAllows = layers.endpoint === undefined || says('endpoint', layers.endpoint).allows.size > 0;
  return [...(levelsAllow ? [] : (['scp'] as const)), ...(endpointAllows ? [] : (['endpoint'] as const))];
}

/** The caller's own side: its IAM policies, and what limits them. */
interface OwnSide {
  /** Identity policies, boundary and session policy all allow. */
  readonly all: boolean;
  /** Boundary and session policy do. */
  readonly limits: boolean;
}

function ownSide({ check: { caller } }: Facts, layers: NaiveLayers, says: Says): OwnSide {
  // The root user needs none of it (KMS-006, IAM-026).
  if (caller.kind === 'root') return { all: true, limits: true };
  const allowed = (kind: PolicyKind, documents: readonly Json[]): boolean =>
    says(kind, documents).allows.size > 0;
  const boundary = layers.boundary === undefined || allowed('boundary', layers.boundary);
  // Without a session policy a federated user has nothing through IAM policies (IAM-129).
  const session =
    layers.session === undefined ? caller.kind !== 'federated' : allowed('session', layers.session);
  return { all: allowed('identity', layers.identity) && boundary && session, limits: boundary && session };
}

const isCallerOfAccount = ({ kind }: NaiveCaller): boolean => kind !== 'service' && kind !== 'anonymous';

/** Step 5: A to D, and the ways of aliases, of actions without a resource and of RetireGrant. */
function openWays(facts: Facts, layers: NaiveLayers, says: Says): readonly Way[] {
  const { check } = facts;
  const { caller } = check;
  const own = ownSide(facts, layers, says);
  const identityAlone: readonly Way[] = own.all && isCallerOfAccount(caller) ? ['identityAlone'] : [];
  if (check.action === 'kms:RetireGrant') return mayRetire(facts, own) ? ['retire'] : [];
  switch (check.target) {
    case 'alias':
    case 'nothing':
      return identityAlone;
    case 'other': {
      // IAM-130: in one account either side is enough. A key that does not exist yet has no policy (KMS-025).
      const identityCounts = caller.account === check.account || check.action.startsWith('kms:');
      const byPolicy = bySideOfResource(facts, own, says('resource', layers.resource).allows);
      return [...byPolicy, ...(identityCounts ? identityAlone : [])];
    }
    case 'key':
      return [
        ...bySideOfResource(facts, own, says('key', layers.key).allows),
        ...(byGrant(facts, own) ? (['grant'] as const) : []),
      ];
    default:
      return check.target satisfies never;
  }
}

const unlimited: readonly NaiveClass[] = ['ANY', 'USER', 'SESSION', 'FEDUSER', 'SERVICE'];
const limited: readonly NaiveClass[] = ['ROLE', 'USER_OF_FED'];

/** A key policy, or another resource's policy, by match class: IAM-131 to IAM-133. */
function bySideOfResource({ check }: Facts, own: OwnSide, classes: ReadonlySet<NaiveClass>): readonly Way[] {
  const { caller } = check;
  const has = (list: readonly NaiveClass[]): boolean => list.some((one) => classes.has(one));
  if (!isCallerOfAccount(caller)) return has(unlimited) ? ['direct'] : [];
  if (caller.account !== check.account) return classes.size > 0 && own.all ? ['crossAccount'] : [];
  const direct = has(unlimited) || (has(limited) && own.limits);
  return [
    ...(direct ? (['direct'] as const) : []),
    ...(classes.has('ACCOUNT') && own.all ? (['delegated'] as const) : []),
  ];
}

function grantQuestion({ check, scenario }: Facts): GrantQuestion | undefined {
  const { caller } = check;
  if (check.key === undefined) return undefined;
  const parameters = check.request.parameters ?? {};
  const name = encryptionContextParameter(check.action);
  return {
    key: check.key,
    action: check.action,
    caller,
    identities: scenario.identities ?? [],
    context: check.context,
    pairs: name === undefined ? [] : pairsOf(parameters[name]),
    parameters,
  };
}

/** KMS-057, U-02, U-05. */
function byGrant(facts: Facts, own: OwnSide): boolean {
  const question = grantQuestion(facts);
  if (question === undefined) return false;
  const classes = classesOfGrants(question);
  const isIn = (one: NaiveClass): boolean => classes.has(one);
  return unlimited.some(isIn) || (own.limits && limited.some(isIn)) || (own.all && isIn('ACCOUNT'));
}

/** KMS-070 to KMS-072. */
function mayRetire(facts: Facts, own: OwnSide): boolean {
  const question = grantQuestion(facts);
  const may = question === undefined ? 'no' : retirement(question);
  return may === 'freely' || (may === 'withPolicies' && own.all);
}
