import type { RecognizedEndpoint, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { WorkspaceState } from './app.ts';
import { inWords, NOTHING_ELSE, ONE_CLICK, type Placing, readingNotes } from './placed.ts';
import { withEndpoint, withEndpointPolicy, withResource, withResourcePolicy } from './resourceEdits.ts';
import { replaced } from './workspace.ts';

/** Stands for an endpoint whose id nobody said. */
const SOME_ENDPOINT = 'vpce-1a2b3c4d';

/** A policy of a VPC endpoint: of the one the request comes through, or of the only one there is. */
export function placeEndpointPolicy(state: WorkspaceState, policy: RecognizedPolicy): Placing {
  const { scenario, request } = state;
  const named = endpointOf(request) ?? scenario.vpcEndpoints[0]?.id;
  const id = named ?? SOME_ENDPOINT;
  const after = withEndpointPolicy(withEndpoint(scenario, { id }), id, policy.text);
  const document = after.vpcEndpoints.find((endpoint) => endpoint.id === id)?.policy?.id ?? '';
  const before = scenario.vpcEndpoints.find((endpoint) => endpoint.id === id)?.policy;
  return {
    placed: true,
    step: replaced(state, after, request),
    done: `Policy of the VPC endpoint \`${id}\` ${before === undefined ? 'added' : 'replaced'}`,
    more: [
      ...readingNotes(policy),
      ...endpointNotes(id, named !== undefined, endpointOf(request) === id),
      ...(before === undefined ? [] : [ONE_CLICK]),
    ],
    count: { id: document, noun: 'statement' },
    askAnew: false,
    show: { tab: 'resources', document },
    ...(policy.otherwise && { otherwise: policy.otherwise }),
  };
}

function endpointNotes(id: string, isKnown: boolean, isAsked: boolean): readonly string[] {
  const notes = [
    isKnown ? null : 'The text does not say which endpoint, so the id is made up: set yours.',
    isAsked ? null : `It counts for requests with \`aws:SourceVpce\` \`${id}\`.`,
  ];
  return notes.filter((note) => note !== null);
}

function endpointOf({ context }: ScenarioRequest): string | undefined {
  const value = context?.['aws:SourceVpce'];
  return typeof value === 'string' ? value : undefined;
}

/** A policy of another service's resource, which its statements name. */
export function placeResourcePolicy(state: WorkspaceState, policy: RecognizedPolicy): Placing {
  const { scenario, request } = state;
  const arn = policy.resource ?? scenario.resources[0]?.arn;
  if (arn === undefined) {
    const because =
      'The policy names no resource of another service: add the resource in Write under Resources, then its policy.';
    return { placed: false, because };
  }
  const after = withResourcePolicy(withResource(scenario, { arn }), arn, policy.text);
  const document = after.resources.find((resource) => resource.arn === arn)?.policy?.id ?? '';
  const before = scenario.resources.find((resource) => resource.arn === arn)?.policy;
  return {
    placed: true,
    step: replaced(state, after, request),
    done: `Policy of \`${arn}\` ${before === undefined ? 'added' : 'replaced'}`,
    more: [...readingNotes(policy), ...(before === undefined ? [] : [ONE_CLICK])],
    count: { id: document, noun: 'statement' },
    askAnew: false,
    show: { tab: 'resources', document },
    ...(policy.otherwise && { otherwise: policy.otherwise }),
  };
}

/** The output of `describe-vpc-endpoints`. */
export function placeEndpoints(state: WorkspaceState, endpoints: readonly RecognizedEndpoint[]): Placing {
  const after = endpoints.reduce<Scenario>((scenario, { policy, ...facts }) => {
    const known = withEndpoint(scenario, facts);
    return policy === undefined ? known : withEndpointPolicy(known, facts.id, policy);
  }, state.scenario);
  const ids = endpoints.map(({ id }) => id);
  const replaces = state.scenario.vpcEndpoints.some(({ id }) => ids.includes(id));
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, after, state.request),
    done: `${ids.length === 1 ? 'VPC endpoint' : `${ids.length} VPC endpoints`} ${inWords(ids)} taken over`,
    more: replaces ? [ONE_CLICK] : [],
    show: { tab: 'resources' },
  };
}
