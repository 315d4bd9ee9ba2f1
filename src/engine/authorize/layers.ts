import { isBoundByRcps } from '../catalog/rcpServices.ts';
import { type Caller, callerAccount } from '../request/caller.ts';
import { identityArnOf } from '../request/identityArnOf.ts';
import type { IdentityInWorld, OrganizationPolicyInWorld, World } from '../world/world.ts';
import type { Check } from './check.ts';
import type { PolicyPlan } from './plan.ts';

/** SCPs of one level of the organization: its root, an OU, or the account. */
export interface ScpLevel {
  readonly target: string;
  readonly plans: readonly PolicyPlan[];
}

/** The policies that bear on a check, with the exemptions applied (IAM-122). */
export interface Layers {
  readonly keyPolicy: readonly PolicyPlan[];
  readonly resourcePolicy: readonly PolicyPlan[];
  /** Policies attached to the caller, groups included; undefined for callers that cannot have any. */
  readonly identity: IdentityLayer | undefined;
  readonly boundary: readonly PolicyPlan[] | undefined;
  /** Session policies of this request; undefined where none were passed. */
  readonly session: readonly PolicyPlan[] | undefined;
  /** Empty where no SCP is in force for the caller (IAM-123, IAM-124). */
  readonly scp: readonly ScpLevel[];
  /** Only the Denies of RCPs matter: `RCPFullAWSAccess` always allows (IAM-125). */
  readonly rcp: readonly PolicyPlan[];
  /** Undefined where the request came through no endpoint, or one with the default policy (KMS-230). */
  readonly endpoint: readonly PolicyPlan[] | undefined;
}

export interface IdentityLayer {
  readonly plans: readonly PolicyPlan[];
  /** Whether the scenario knows this identity; if not, it has no policies as far as an answer goes. */
  readonly supplied: boolean;
}

const NONE: readonly never[] = [];

/** Collects the layers of a check. `session` are the session policies the request carries, already compiled. */
export function layersOf(world: World, check: Check, session: readonly PolicyPlan[] | undefined): Layers {
  const { caller, target } = check;
  const identity = identityOf(world, caller);
  const ownPolicy = target.kind === 'key' ? target.key.policy : undefined;
  return {
    keyPolicy: ownPolicy === undefined || check.action === 'kms:RetireGrant' ? NONE : [ownPolicy],
    resourcePolicy: target.kind === 'resource' ? resourcePolicies(world, check) : NONE,
    identity: hasIdentityPolicies(caller) ? identityLayer(world, caller, identity) : undefined,
    boundary: identity?.boundary && [identity.boundary],
    session: caller.kind === 'roleSession' || caller.kind === 'federatedUser' ? session : undefined,
    scp: serviceControlPolicies(world, caller),
    rcp: resourceControlPolicies(world, check),
    endpoint: endpointPolicies(world, check),
  };
}

function hasIdentityPolicies(caller: Caller): boolean {
  return (
    caller.kind === 'user' ||
    caller.kind === 'roleSession' ||
    caller.kind === 'federatedUser' ||
    caller.kind === 'anyone'
  );
}

function identityOf(world: World, caller: Caller): IdentityInWorld | undefined {
  if (world.identities.size === 0) return undefined;
  const arn = identityArnOf(caller);
  return arn === undefined ? undefined : world.identities.get(arn);
}

const notSupplied: IdentityLayer = { plans: NONE, supplied: false };

function identityLayer(world: World, caller: Caller, identity: IdentityInWorld | undefined): IdentityLayer {
  if (identity === undefined) return notSupplied;
  const isUser = caller.kind === 'user' || caller.kind === 'federatedUser';
  const groups = isUser ? (identity.facts.groups ?? []) : [];
  const fromGroups = groups.flatMap((group) => world.identities.get(group)?.policies ?? []);
  return {
    plans: fromGroups.length === 0 ? identity.policies : [...identity.policies, ...fromGroups],
    supplied: true,
  };
}

function resourcePolicies(world: World, check: Check): readonly PolicyPlan[] {
  return world.resources.flatMap((resource) =>
    resource.policy !== undefined && resource.matcher.test(check.resource) ? [resource.policy] : [],
  );
}

function isServiceLinked(caller: Caller): boolean {
  return caller.kind === 'roleSession' && caller.serviceLinked;
}

/** Root, OUs and account, each with its SCPs; none for the callers SCPs do not bind (IAM-124, KMS-232, KMS-233). */
function serviceControlPolicies(world: World, caller: Caller): readonly ScpLevel[] {
  const account = callerAccount(caller);
  if (world.serviceControlPolicies.length === 0 || account === undefined || isServiceLinked(caller))
    return NONE;
  const facts = world.accounts.get(account);
  if (facts?.managementAccount === true) return NONE;
  const levels = [...(facts?.path ?? []), account].map((target) => ({
    target,
    plans: plansFor(world.serviceControlPolicies, target),
  }));
  return levels.some((level) => level.plans.length > 0) ? levels : NONE;
}

function plansFor(policies: readonly OrganizationPolicyInWorld[], target: string): readonly PolicyPlan[] {
  return policies.flatMap((policy) => (policy.targets.has(target) ? [policy.plan] : []));
}

function rcpsBind({ action, target, caller }: Check): boolean {
  const bound = target.kind === 'resource' || (target.kind === 'key' && !target.key.awsManaged);
  return bound && !isServiceLinked(caller) && action !== 'kms:RetireGrant' && isBoundByRcps(action);
}

/** RCPs along the path of the account that owns the resource (IAM-125, KMS-236, KMS-237). */
function resourceControlPolicies(world: World, check: Check): readonly PolicyPlan[] {
  const { resourceAccount } = check;
  if (world.resourceControlPolicies.length === 0 || resourceAccount === undefined || !rcpsBind(check))
    return NONE;
  const facts = world.accounts.get(resourceAccount);
  if (facts?.managementAccount === true) return NONE;
  return [...(facts?.path ?? []), resourceAccount].flatMap((level) =>
    plansFor(world.resourceControlPolicies, level),
  );
}

function endpointPolicies(world: World, check: Check): readonly PolicyPlan[] | undefined {
  const policy = check.endpoint === undefined ? undefined : world.endpoints.get(check.endpoint)?.policy;
  return policy && [policy];
}
