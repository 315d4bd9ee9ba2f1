import { identityOf, type NaiveCaller } from './caller.ts';
import type { NaiveCheck } from './check.ts';
import { globTextFits } from './glob.ts';
import type { Json, PlainRequest, PlainScenario } from './plain.ts';

/** The documents that bear on one check (IAM-122); undefined where there is no such policy. */
export interface NaiveLayers {
  readonly key: readonly Json[];
  readonly resource: readonly Json[];
  readonly identity: readonly Json[];
  readonly boundary: readonly Json[] | undefined;
  readonly session: readonly Json[] | undefined;
  /** Organization root, OUs, account; empty where no SCP is in force. */
  readonly scpLevels: readonly (readonly Json[])[];
  readonly rcp: readonly Json[];
  readonly endpoint: readonly Json[] | undefined;
}

export function collectLayers(scenario: PlainScenario, check: NaiveCheck): NaiveLayers {
  const { request, caller } = check;
  const boundary = identityOf(caller, scenario.identities ?? [])?.permissionsBoundary;
  const isRetirement = check.action === 'kms:RetireGrant';
  return {
    key: check.key === undefined || isRetirement ? [] : [check.key.policy],
    resource: check.target === 'other' ? resourcePolicies(scenario, check) : [],
    identity: identityPolicies(scenario, caller),
    boundary: boundary && [boundary.document],
    session: passedPolicies(request, caller),
    scpLevels: scpLevels(scenario, caller),
    rcp: rcps(scenario, caller, check),
    endpoint: endpointPolicies(scenario, check),
  };
}

/** Those of the user or role, and of a user's groups (KMS-009, IAM-126); also where a user federated (IAM-122). */
function identityPolicies({ identities = [] }: PlainScenario, caller: NaiveCaller): readonly Json[] {
  const identity = identityOf(caller, identities);
  const groups = caller.kind === 'session' ? [] : (identity?.groups ?? []);
  const holders = identities.filter((one) => one === identity || groups.includes(one.arn));
  return holders.flatMap(({ policies = [] }) => policies.map(({ document }) => document));
}

/** Of sessions alone (IAM-122); an empty list is none (IAM-128). */
function passedPolicies({ session }: PlainRequest, { kind }: NaiveCaller): readonly Json[] | undefined {
  if (kind !== 'session' && kind !== 'federated') return undefined;
  return session?.policies?.length === 0 ? undefined : session?.policies;
}

function resourcePolicies({ resources = [] }: PlainScenario, check: NaiveCheck): readonly Json[] {
  return resources.flatMap(({ arn, policy }) =>
    policy !== undefined && globTextFits(arn, check.resource) ? [policy] : [],
  );
}

function levelsOf(scenario: PlainScenario, account: string): readonly string[] {
  return [...(scenario.accounts?.find(({ id }) => id === account)?.path ?? []), account];
}

function attached(
  { organizationPolicies = [] }: PlainScenario,
  type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY',
  target: string,
): readonly Json[] {
  return organizationPolicies.flatMap((policy) =>
    policy.type === type && policy.targets?.includes(target) === true ? [policy.document] : [],
  );
}

function isManagement(scenario: PlainScenario, account: string): boolean {
  return scenario.accounts?.find(({ id }) => id === account)?.managementAccount === true;
}

/** IAM-123, IAM-124, KMS-232, KMS-233. */
function scpLevels(scenario: PlainScenario, caller: NaiveCaller): readonly (readonly Json[])[] {
  if (caller.account === undefined || caller.serviceLinked || isManagement(scenario, caller.account))
    return [];
  const levels = levelsOf(scenario, caller.account).map((target) =>
    attached(scenario, 'SERVICE_CONTROL_POLICY', target),
  );
  return levels.every((level) => level.length === 0) ? [] : levels;
}

/** Of the services that RCPs bind (IAM-125), those that tests ask. */
const rcpServices = ['s3', 'sqs', 'kms', 'sts', 'logs'];

/** IAM-125, KMS-236, KMS-237. */
function rcps(scenario: PlainScenario, caller: NaiveCaller, check: NaiveCheck): readonly Json[] {
  const { account, target, key, action } = check;
  const isCovered =
    target === 'other'
      ? rcpServices.includes(action.slice(0, action.indexOf(':')))
      : target === 'key' && key?.metadata?.['KeyManager'] !== 'AWS';
  if (account === undefined || !isCovered || caller.serviceLinked || action === 'kms:RetireGrant') return [];
  if (isManagement(scenario, account)) return [];
  return levelsOf(scenario, account).flatMap((level) => attached(scenario, 'RESOURCE_CONTROL_POLICY', level));
}

/** KMS-230. Without a policy of its own an endpoint allows everything. */
function endpointPolicies(
  { vpcEndpoints = [] }: PlainScenario,
  check: NaiveCheck,
): readonly Json[] | undefined {
  const policy = vpcEndpoints.find(({ id }) => id === check.endpoint)?.policy;
  return policy === undefined ? undefined : [policy];
}
