import type { Recognized, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { WorkspaceState } from './app.ts';
import { NOTHING_ELSE, type Origin, type Placing } from './placed.ts';
import {
  boundaryWaits,
  placeBoundary,
  placeIdentity,
  placeIdentityPolicy,
  placeSessionPolicy,
} from './placingIdentity.ts';
import { placeAliases, placeGrants, placeKeyFacts, placeKeyPolicy, placeTags } from './placingKey.ts';
import { placeOrganizationPolicies, placeOrganizationPolicy } from './placingOrganization.ts';
import { placeEndpointPolicy, placeEndpoints, placeResourcePolicy } from './placingResource.ts';
import { firstRequest } from './scenarioEdits.ts';
import { replaced } from './workspace.ts';

/** Finds the place for a text. Changes nothing itself; `step` does. */
export function placing(state: WorkspaceState, recognized: Recognized, origin: Origin): Placing {
  switch (recognized.kind) {
    case 'scenario':
      return scenario(state, recognized.scenarios);
    case 'grants':
      return placeGrants(state, recognized.text);
    case 'keyMetadata':
      return placeKeyFacts(
        state,
        { arn: recognized.arn, metadata: recognized.metadata },
        'Key facts taken over',
      );
    case 'aliases':
      return placeAliases(state, recognized.aliases);
    case 'tags':
      return placeTags(state, recognized.tags);
    case 'identity':
      return placeIdentity(state, recognized);
    case 'organizationPolicies':
      return placeOrganizationPolicies(state, recognized.policies);
    case 'vpcEndpoints':
      return placeEndpoints(state, recognized.endpoints);
    case 'unknown':
      return { placed: false, because: recognized.because };
    default:
      return policyAs(state, inContext(state, recognized, origin), origin);
  }
}

/** A policy as the kind it is said to be. */
export function policyAs(state: WorkspaceState, policy: RecognizedPolicy, origin: Origin): Placing {
  switch (policy.kind) {
    case 'keyPolicy':
      return placeKeyPolicy(state, policy, origin);
    case 'identityPolicy':
      return placeIdentityPolicy(state, policy, origin);
    case 'permissionsBoundary':
      return placeBoundary(state, policy, origin);
    case 'sessionPolicy':
      return placeSessionPolicy(state, policy);
    case 'serviceControlPolicy':
    case 'resourceControlPolicy':
      return placeOrganizationPolicy(state, policy, origin);
    case 'endpointPolicy':
      return placeEndpointPolicy(state, policy);
    case 'resourcePolicy':
      return placeResourcePolicy(state, policy);
  }
}

/** The policy as another kind; what it was taken for stays on offer. */
export function asKind(policy: RecognizedPolicy, kind: RecognizedPolicy['kind']): RecognizedPolicy {
  if (kind === policy.kind) return policy;
  const rest = (policy.otherwise ?? []).filter((other) => other !== kind);
  return { ...policy, kind, otherwise: [policy.kind, ...rest] };
}

/** Where the shape leaves a choice, what is being looked at or waited for decides. */
function inContext(state: WorkspaceState, policy: RecognizedPolicy, { tab }: Origin): RecognizedPolicy {
  const may = (kind: RecognizedPolicy['kind']) => policy.otherwise?.includes(kind) === true;
  if (may('permissionsBoundary') && boundaryWaits(state)) return asKind(policy, 'permissionsBoundary');
  if (tab === 'organization' && may('serviceControlPolicy')) return asKind(policy, 'serviceControlPolicy');
  return policy;
}

function scenario(state: WorkspaceState, scenarios: readonly Scenario[]): Placing {
  const [first] = scenarios;
  if (first === undefined) return { placed: false, because: 'This list of scenarios is empty.' };
  const title = first.title === undefined ? 'Scenario opened' : `Opened “${first.title}”`;
  const place = scenarios.length > 1 ? `, the first of ${scenarios.length} scenarios` : '';
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, first, firstRequest(first)),
    done: `${title}${place}`,
    more: ['Previous work is one click away.'],
    askAnew: first.requests.length === 0,
  };
}
