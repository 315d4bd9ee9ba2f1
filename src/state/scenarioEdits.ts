import type { Scenario, ScenarioIdentity, ScenarioKey, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { textIds } from '#engine/scenario/textIds.ts';
import type { TextId } from '#engine/source/span.ts';
import { rootArn, splitArn } from '#engine/vocabulary/arn.ts';
import { findDocument, mapDocuments, mapIdentity, retyped } from '#engine/scenario/mapDocuments.ts';

/** Ids of the first key's texts. */
export const KEY_POLICY: TextId = textIds.keyPolicy('', 0);
export const GRANTS: TextId = textIds.grants('', 0);

/** Account used where nothing names one: the one AWS uses in its own examples. */
const EXAMPLE_ACCOUNT = '111122223333';

/** Allows nothing yet, and is a policy already. */
const EMPTY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": []
}`;

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

/** What to ask first about a scenario: its first request, or whether the key's account may decrypt. */
export function firstRequest(scenario: Scenario): ScenarioRequest {
  const arn = splitArn(scenario.keys[0]?.arn ?? '');
  const account = arn?.account === undefined || arn.account === '' ? EXAMPLE_ACCOUNT : arn.account;
  return scenario.requests[0] ?? { principal: rootArn(account, arn?.partition), action: 'kms:Decrypt' };
}

/** Gives the text `id` a new content. Its place in the file it came from is no longer its own. Unknown ids change nothing. */
export function withText(scenario: Scenario, id: TextId, text: string): Scenario {
  if (id === GRANTS && findDocument(scenario, id) === undefined) {
    return withKey(scenario, { grants: { id, text } });
  }
  if (id === KEY_POLICY && scenario.keys.length === 0) return withKey(scenario, { policy: { id, text } });
  return mapDocuments(scenario, (document) => (document.id === id ? retyped(document, text) : document));
}

/** Changes the first key; adds one where there is none. What refers to the key by its ARN follows a new ARN. */
export function withKey(scenario: Scenario, change: Partial<ScenarioKey>): Scenario {
  const [first = blankScenario().keys[0], ...others] = scenario.keys;
  const next = { ...scenario, keys: [{ ...first, ...change }, ...others] };
  return change.arn === undefined || change.arn === first.arn
    ? next
    : withArnFollowed(next, first.arn, change.arn);
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

/** Adds an identity without policies, unless it is there. */
export function withIdentity(scenario: Scenario, arn: string): Scenario {
  if (scenario.identities.some((identity) => identity.arn === arn)) return scenario;
  return { ...scenario, identities: [...scenario.identities, { arn }] };
}

/** Changes an identity; with a new ARN its texts get the ids that belong to it. An ARN that another identity has is not taken. */
export function withIdentityChanged(
  scenario: Scenario,
  arn: string,
  change: Partial<ScenarioIdentity>,
): Scenario {
  const taken = change.arn !== arn && scenario.identities.some((identity) => identity.arn === change.arn);
  const { arn: wanted, ...facts } = change;
  const next = wanted === undefined || taken ? arn : wanted;
  return mapIdentityOf(scenario, arn, (identity) => ({
    ...mapIdentity(identity, (document) => ({ ...document, id: document.id.replace(arn, () => next) })),
    ...facts,
    arn: next,
  }));
}

export function withoutIdentity(scenario: Scenario, arn: string): Scenario {
  const identities = scenario.identities.filter((identity) => identity.arn !== arn);
  return identities.length === scenario.identities.length ? scenario : { ...scenario, identities };
}

/** Attaches an IAM policy, to a new identity if need be; a name that is taken gets a number. */
export function withIdentityPolicy(
  scenario: Scenario,
  arn: string,
  name: string,
  text = EMPTY_POLICY,
): { readonly scenario: Scenario; readonly id: TextId } {
  const complete = withIdentity(scenario, arn);
  const identity = complete.identities.find((each) => each.arn === arn);
  const free = freeName(name, new Set(identity?.policies?.map((policy) => policy.name)));
  const id = textIds.identityPolicy(arn, free);
  return {
    id,
    scenario: mapIdentityOf(complete, arn, (each) => ({
      ...each,
      policies: [...(each.policies ?? []), { name: free, document: { id, text } }],
    })),
  };
}

export function withoutIdentityPolicy(scenario: Scenario, arn: string, name: string): Scenario {
  return mapIdentityOf(scenario, arn, (identity) => {
    const policies = identity.policies?.filter((policy) => policy.name !== name);
    return policies?.length === identity.policies?.length ? identity : { ...identity, policies };
  });
}

function mapIdentityOf(
  scenario: Scenario,
  arn: string,
  change: (identity: ScenarioIdentity) => ScenarioIdentity,
): Scenario {
  const identities = scenario.identities.map((identity) =>
    identity.arn === arn ? change(identity) : identity,
  );
  return identities.some((identity, index) => identity !== scenario.identities[index])
    ? { ...scenario, identities }
    : scenario;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  return name;
}
