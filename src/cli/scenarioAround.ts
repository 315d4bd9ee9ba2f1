import type { PolicyKind } from '#engine/scenario/policyKind.ts';
import type { RecognizedPolicy } from '#engine/scenario/recognized.ts';
import type { OrganizationPolicy, Scenario } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import { scenarioOfPolicy } from './policyOrScenario.ts';

/** What `--type` calls the kinds of policy. A session policy belongs to a request, and is checked with its scenario. */
export const POLICY_TYPES: Readonly<Record<string, PolicyKind>> = {
  key: 'keyPolicy',
  identity: 'identityPolicy',
  boundary: 'permissionsBoundary',
  scp: 'serviceControlPolicy',
  rcp: 'resourceControlPolicy',
  endpoint: 'endpointPolicy',
  resource: 'resourcePolicy',
};

const NOTHING: Scenario = {
  accounts: [],
  organizationPolicies: [],
  keys: [],
  resources: [],
  identities: [],
  vpcEndpoints: [],
  requests: [],
};

/** A policy with what it belongs to. */
interface Placed {
  readonly text: string;
  readonly name: string;
  /** ARN of the identity. */
  readonly owner: string;
  /** ARN of the resource. */
  readonly resource: string;
}

function onIdentity({ text, name, owner }: Placed): Partial<Scenario> {
  const document = { id: textIds.identityPolicy(owner, name), text };
  return { identities: [{ arn: owner, policies: [{ name, document }] }] };
}

function inOrganization(type: OrganizationPolicy['type']): (placed: Placed) => Partial<Scenario> {
  return ({ text, name }) => {
    const document = { id: textIds.organizationPolicy(type, name), text };
    return { organizationPolicies: [{ type, name, targets: [], document }] };
  };
}

const ENDPOINT = 'vpce-0a1b2c3d';

const PLACES: Readonly<Record<Exclude<PolicyKind, 'keyPolicy'>, (placed: Placed) => Partial<Scenario>>> = {
  identityPolicy: onIdentity,
  sessionPolicy: onIdentity,
  permissionsBoundary: ({ text, name, owner }) => {
    const document = { id: textIds.boundary(owner), text };
    return { identities: [{ arn: owner, permissionsBoundary: { name, document } }] };
  },
  serviceControlPolicy: inOrganization('SERVICE_CONTROL_POLICY'),
  resourceControlPolicy: inOrganization('RESOURCE_CONTROL_POLICY'),
  endpointPolicy: ({ text }) => ({
    vpcEndpoints: [{ id: ENDPOINT, policy: { id: textIds.endpoint(ENDPOINT), text } }],
  }),
  resourcePolicy: ({ text, resource }) => ({
    resources: [{ arn: resource, policy: { id: textIds.resource(resource), text } }],
  }),
};

/**
 * A scenario with one policy in it, and nothing else. Whom or what it belongs to is an example's where the text does not say.
 *
 * @param kind what it is taken for
 */
export function scenarioAround(policy: Omit<RecognizedPolicy, 'kind'>, kind: PolicyKind): Scenario {
  const { text, account = '111122223333', owner, name = 'Policy' } = policy;
  if (kind === 'keyPolicy') return scenarioOfPolicy(text, policy.account);
  const placed = {
    text,
    name,
    owner: `arn:aws:iam::${account}:${owner?.kind ?? 'role'}/${owner?.name ?? 'Example'}`,
    resource: policy.resource ?? 'arn:aws:s3:::amzn-s3-demo-bucket/*',
  };
  return { ...NOTHING, ...PLACES[kind](placed) };
}
