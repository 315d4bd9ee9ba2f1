import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';

/** Whether the scenario has no IAM policies of a request's caller, so that they are taken to allow everything. */
export function isUnknownCaller({ principal }: ScenarioRequest, { identities }: Scenario): boolean {
  const role = /^arn:([^:]*):sts::(\d*):assumed-role\/([^/]+)/.exec(principal);
  const arn = role === null ? principal : `arn:${role[1]}:iam::${role[2]}:role/${role[3]}`;
  return identities.every((identity) => identity.arn !== arn);
}
