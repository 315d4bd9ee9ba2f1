import type { Scenario, ScenarioRequest, ScenarioResource, VpcEndpoint } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import { retyped } from '#engine/scenario/mapDocuments.ts';
import { textIdIn } from './textIdIn.ts';
import { withFields, withItem, type FieldChange } from './withFields.ts';

/** The condition key by which a request says which endpoint it came through. */
const SOURCE_ENDPOINT = 'aws:SourceVpce';

/** Adds a VPC endpoint, or what is newly known about one that is there. */
export function withEndpoint(scenario: Scenario, facts: Omit<VpcEndpoint, 'policy'>): Scenario {
  if (scenario.vpcEndpoints.every(({ id }) => id !== facts.id))
    return { ...scenario, vpcEndpoints: [...scenario.vpcEndpoints, facts] };
  return withEndpointChanged(scenario, facts.id, facts);
}

/** Changes the facts of an endpoint. An id that another endpoint has is not taken. */
export function withEndpointChanged(
  scenario: Scenario,
  id: string,
  { id: wanted = id, ...facts }: FieldChange<Omit<VpcEndpoint, 'policy'>>,
): Scenario {
  const isTaken = wanted !== id && scenario.vpcEndpoints.some((endpoint) => endpoint.id === wanted);
  const next = isTaken ? id : wanted;
  return mapEndpoint(scenario, id, (endpoint) => withFields({ ...endpoint, id: next }, facts));
}

/** The request, coming through the same endpoint under its new id. */
export function withEndpointFollowed(request: ScenarioRequest, from: string, to: string): ScenarioRequest {
  if (request.context?.[SOURCE_ENDPOINT] !== from) return request;
  return { ...request, context: { ...request.context, [SOURCE_ENDPOINT]: to } };
}

export function withoutEndpoint(scenario: Scenario, id: string): Scenario {
  return { ...scenario, vpcEndpoints: scenario.vpcEndpoints.filter((endpoint) => endpoint.id !== id) };
}

/** Gives an endpoint a policy of its own, or another one; null takes it away, and AWS's default counts again. */
export function withEndpointPolicy(scenario: Scenario, id: string, text: string | null): Scenario {
  return mapEndpoint(scenario, id, (endpoint) =>
    withFields(endpoint, { policy: policyText(scenario, endpoint.policy, textIds.endpoint(id), text) }),
  );
}

/** Adds a resource of another service, or what is newly known about one that is there. */
export function withResource(scenario: Scenario, facts: Omit<ScenarioResource, 'policy'>): Scenario {
  if (scenario.resources.every(({ arn }) => arn !== facts.arn))
    return { ...scenario, resources: [...scenario.resources, facts] };
  return withResourceChanged(scenario, facts.arn, facts);
}

/** Changes the facts of a resource. An ARN that another resource has is not taken. */
export function withResourceChanged(
  scenario: Scenario,
  arn: string,
  { arn: wanted = arn, ...facts }: FieldChange<Omit<ScenarioResource, 'policy'>>,
): Scenario {
  const isTaken = wanted !== arn && scenario.resources.some((resource) => resource.arn === wanted);
  const next = isTaken ? arn : wanted;
  return mapResource(scenario, arn, (resource) => withFields({ ...resource, arn: next }, facts));
}

export function withoutResource(scenario: Scenario, arn: string): Scenario {
  return { ...scenario, resources: scenario.resources.filter((resource) => resource.arn !== arn) };
}

/** Gives a resource a policy, or another one; null takes it away. */
export function withResourcePolicy(scenario: Scenario, arn: string, text: string | null): Scenario {
  return mapResource(scenario, arn, (resource) =>
    withFields(resource, { policy: policyText(scenario, resource.policy, textIds.resource(arn), text) }),
  );
}

function policyText(
  scenario: Scenario,
  present: VpcEndpoint['policy'],
  wanted: string,
  text: string | null,
): VpcEndpoint['policy'] {
  if (text === null) return undefined;
  return present === undefined ? { id: textIdIn(scenario, wanted), text } : retyped(present, text);
}

function mapEndpoint(
  scenario: Scenario,
  id: string,
  change: (endpoint: VpcEndpoint) => VpcEndpoint,
): Scenario {
  return {
    ...scenario,
    vpcEndpoints: withItem(scenario.vpcEndpoints, (endpoint) => endpoint.id === id, change),
  };
}

function mapResource(
  scenario: Scenario,
  arn: string,
  change: (resource: ScenarioResource) => ScenarioResource,
): Scenario {
  return { ...scenario, resources: withItem(scenario.resources, (resource) => resource.arn === arn, change) };
}
