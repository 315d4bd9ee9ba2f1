import type { Level } from '#engine/prove/model/accessModel.ts';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';

/** Whether the scenario has no IAM policies of a request's caller, so that they are taken to allow everything. */
export function isUnknownCaller({ principal }: ScenarioRequest, { identities }: Scenario): boolean {
  const role = /^arn:([^:]*):sts::(\d*):assumed-role\/([^/]+)/.exec(principal);
  const arn = role === null ? principal : `arn:${role[1]}:iam::${role[2]}:role/${role[3]}`;
  return identities.every((identity) => identity.arn !== arn);
}

/**
 * What of IAM a request takes for granted that gets this far; null where nothing is. A root user needs no IAM policy in its
 * own account, and a service has none.
 */
export function takenForGranted(
  request: ScenarioRequest,
  level: Level | undefined,
  scenario: Scenario,
): string | null {
  const account = /^arn:[^:]*:(?:iam|sts)::(\d+):(?!root$)/.exec(request.principal)?.[1];
  if (account === undefined || !isUnknownCaller(request, scenario)) return null;
  if (level === 'viaIam') return 'if an IAM policy allows it; the scenario has none of this caller';
  const isOwn = scenario.keys[0]?.arn.includes(`:${account}:`) === true;
  return isOwn || level === 'none' ? null : "once the caller's own account allows it, too";
}
