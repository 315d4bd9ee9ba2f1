import type { DocumentText, Scenario, ScenarioKey, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import type { TextId } from '#engine/source/span.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';

/** Id of the first key's policy. */
export const KEY_POLICY: TextId = textIds.keyPolicy('', 0);

/** Account used where nothing names one: the one AWS uses in its own examples. */
export const EXAMPLE_ACCOUNT = '111122223333';

/** A scenario with nothing in it but one key without a policy. */
export function blankScenario(
  account = EXAMPLE_ACCOUNT,
): Scenario & { readonly keys: readonly [ScenarioKey] } {
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [
      {
        arn: `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
        policy: { id: KEY_POLICY, text: '' },
      },
    ],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

/** Where the key is that Write and See show: the one whose policy is `shown`, otherwise the first. */
export function shownKeyIndex(scenario: Scenario, shown: TextId | null | undefined): number {
  return Math.max(
    0,
    scenario.keys.findIndex((key) => key.policy.id === shown),
  );
}

/** Changes a key; adds one where there is none. What refers to the key by its ARN follows a new ARN. */
export function withKey(scenario: Scenario, change: Partial<ScenarioKey>, index = 0): Scenario {
  const keys = scenario.keys.length === 0 ? blankScenario().keys : scenario.keys;
  const before = keys[index];
  if (before === undefined) return scenario;
  const arn = change.arn ?? before.arn;
  const changed = { ...before, ...change };
  const after = arn === before.arn ? changed : withIdsOf(changed, index);
  const next = { ...scenario, keys: keys.map((key, at) => (at === index ? after : key)) };
  return arn === before.arn ? next : withArnFollowed(next, before.arn, arn);
}

/** The key with the ids its texts have at its place: statements are named after them. */
function withIdsOf(key: ScenarioKey, index: number): ScenarioKey {
  const policy = renamed(key.policy, textIds.keyPolicy(key.arn, index));
  return key.grants === undefined
    ? { ...key, policy }
    : { ...key, policy, grants: renamed(key.grants, textIds.grants(key.arn, index)) };
}

function renamed(document: DocumentText, id: TextId): DocumentText {
  return document.id === id ? document : { ...document, id };
}

function withArnFollowed(scenario: Scenario, from: string, to: string): Scenario {
  return {
    ...scenario,
    resources: scenario.resources.map((resource) =>
      resource.encryption?.kmsKey === from
        ? { ...resource, encryption: { ...resource.encryption, kmsKey: to } }
        : resource,
    ),
    requests: scenario.requests.map((request) => withResourceFollowed(request, from, to)),
  };
}

/** The request, asking about the same key under its new ARN. */
export function withResourceFollowed(request: ScenarioRequest, from: string, to: string): ScenarioRequest {
  return request.resource === from ? { ...request, resource: to } : request;
}

/** Adds a key with the policy given, or with none; a key that is there already stays as it is. */
export function withNewKey(scenario: Scenario, arn: string, text = ''): Scenario {
  if (scenario.keys.some((key) => key.arn === arn)) return scenario;
  const policy = { id: textIds.keyPolicy(arn, scenario.keys.length), text };
  return { ...scenario, keys: [...scenario.keys, { arn, policy }] };
}

/** Takes a key away, but never the last one. The key that comes first then gets the first key's ids. */
export function withoutKey(scenario: Scenario, arn: string): Scenario {
  const keys = scenario.keys.filter((key) => key.arn !== arn);
  if (keys.length === 0 || keys.length === scenario.keys.length) return scenario;
  return { ...scenario, keys: keys.map(withIdsOf) };
}

/** The grants of a key; an empty text under the id that they will have where there are none yet. */
export function grantsOfKey(scenario: Scenario, index: number): DocumentText {
  const key = scenario.keys[index];
  return key?.grants ?? { id: textIds.grants(key?.arn ?? '', index), text: '' };
}

/** The ARN for another key next to the one given: the same, with an id of its own. */
export function nextKeyArn(scenario: Scenario): string {
  const taken = new Set(scenario.keys.map((key) => key.arn));
  const { partition, region, account } = splitArn(scenario.keys[0]?.arn ?? '') ?? {
    partition: 'aws',
    region: 'us-east-1',
    account: EXAMPLE_ACCOUNT,
  };
  let number = 1;
  while (taken.has(arnOf(number))) number += 1;
  return arnOf(number);

  function arnOf(at: number): string {
    const last = String(at).padStart(12, '0');
    return `arn:${partition}:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-${last}`;
  }
}
