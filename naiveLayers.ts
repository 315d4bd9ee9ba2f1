import type { NaiveCaller } from './naiveCaller.ts';
import type { NaiveCheck } from './naiveChecks.ts';
import { endpointOf } from './naiveDerivation.ts';
import { globMatchesText } from './pieces.ts';
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

export function collectLayers(
  scenario: PlainScenario,
  request: PlainRequest,
  caller: NaiveCaller,
  check: NaiveCheck,
): NaiveLayers {
  const identities = scenario.identities ?? [];
  const identity = identities.find(({ arn }) => arn === caller.identityArn);
  const groups = caller.kind === 'session' ? [] : (identity?.groups ?? []);
  const holders = [identity, ...groups.map((group) => identities.find(({ arn }) => arn === group))];
  const boundary = identity?.permissionsBoundary?.document;
  const hasSession = caller.kind === 'session' || caller.kind === 'federated';
  const isRetirement = check.action === 'kms:RetireGrant';
  return {
    key: check.key === undefined || isRetirement ? [] : [check.key.policy],
    resource: check.target === 'other' ? resourcePolicies(scenario, check) : [],
    identity: holders.flatMap((holder) => (holder?.policies ?? []).map(({ document }) => document)),
    boundary: boundary === undefined ? undefined : [boundary],
    session: hasSession ? request.session?.policies : undefined,
    scpLevels: scpLevels(scenario, caller),
    rcp: rcps(scenario, caller, check),
    endpoint: endpointPolicies(scenario, request, caller),
  };
}

function resourcePolicies({ resources = [] }: PlainScenario, check: NaiveCheck): readonly Json[] {
  return resources.flatMap(({ arn, policy }) =>
    policy !== undefined && globMatchesText(arn, check.resource) ? [policy] : [],
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
  if (caller.account === undefined || caller.serviceLinked || isManagement(scenario, caller.account)) return [];
  const levels = levelsOf(scenario, caller.account).map((target) =>
    attached(scenario, 'SERVICE_CONTROL_POLICY', target),
  );
  return levels.every((level) => level.length === 0) ? [] : levels;
}

/** IAM-125, KMS-236, KMS-237. */
function rcps(scenario: PlainScenario, caller: NaiveCaller, check: NaiveCheck): readonly Json[] {
  const { account, target, key, action } = check;
  const isCovered = target === 'other' || (target === 'key' && key?.metadata?.['KeyManager'] !== 'AWS');
  if (account === undefined || !isCovered || caller.serviceLinked || action === 'kms:RetireGrant') return [];
  if (isManagement(scenario, account)) return [];
  return levelsOf(scenario, account).flatMap((level) => attached(scenario, 'RESOURCE_CONTROL_POLICY', level));
}

/** KMS-230. A service's own call passes no endpoint of the customer (IAM-122). */
function endpointPolicies(
  scenario: PlainScenario,
  request: PlainRequest,
  caller: NaiveCaller,
): readonly Json[] | undefined {
  if (caller.kind === 'service') return undefined;
  const id = endpointOf(request);
  const policy = scenario.vpcEndpoints?.find((endpoint) => endpoint.id === id)?.policy;
  return id === undefined || policy === undefined ? undefined : [policy];
}
