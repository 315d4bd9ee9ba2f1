import type { Scenario, ScenarioKey } from '#engine/scenario/scenario.ts';
import { sameJson } from './sameJson.ts';

/**
 * The scenario without what is still exactly the example's: its accounts, IAM policies, grants, requests. Someone who pastes
 * a key policy of their own over the example's does not want the example's partner to show up in their answers.
 */
export function withoutExample(scenario: Scenario, example: Scenario): Scenario {
  const own = <T>(items: readonly T[], theirs: readonly T[]) =>
    items.filter((item) => !theirs.some((other) => sameJson(item, other)));
  const { title, description, ...rest } = scenario;
  return {
    ...(title !== undefined && title !== example.title && { title }),
    ...(description !== undefined && description !== example.description && { description }),
    ...rest,
    accounts: own(scenario.accounts, example.accounts),
    organizationPolicies: own(scenario.organizationPolicies, example.organizationPolicies),
    keys: scenario.keys.map((key, index) => ownKey(key, example.keys[index])),
    resources: own(scenario.resources, example.resources),
    identities: own(scenario.identities, example.identities),
    vpcEndpoints: own(scenario.vpcEndpoints, example.vpcEndpoints),
    requests: own(scenario.requests, example.requests),
  };
}

/** Of the facts and grants of a key those that are not the example's. The policy stays: it is about to be replaced. */
function ownKey(key: ScenarioKey, theirs: ScenarioKey | undefined): ScenarioKey {
  const { arn, policy, ...rest } = key;
  const names = Object.keys(rest) as (keyof typeof rest)[];
  const own = names.filter((name) => !sameJson(key[name], theirs?.[name]));
  return { arn, policy, ...Object.fromEntries(own.map((name) => [name, key[name]])) };
}
