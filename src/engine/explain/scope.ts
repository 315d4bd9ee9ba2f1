import { identityArnOf } from '../request/identityArnOf.ts';
import type { World } from '../world/world.ts';
import type { Answer } from './answer.ts';
import type { ExplainedCheck } from './answerRequest.ts';
import { shortCaller } from './words.ts';

/** Which layers an answer considered, and which the scenario does not have: an answer is only about what is on the page. */
export function scopeOf(world: World, checks: readonly ExplainedCheck[]): Answer['scope'] {
  const traced = checks[0]?.traced;
  if (traced === undefined) return { considered: [], notSupplied: [] };
  return { considered: [joined(consideredLayers(traced))], notSupplied: notSupplied(world, traced) };
}

function consideredLayers({ check, layers }: ExplainedCheck['traced']): readonly string[] {
  const grants = check.target.kind === 'key' ? check.target.key.grants.length : 0;
  const policies = layers.identity?.plans.length ?? 0;
  return [
    check.target.kind === 'key' && 'the key policy',
    policies > 0 && counted(policies, 'IAM policy', 'IAM policies'),
    grants > 0 && counted(grants, 'grant', 'grants'),
    layers.boundary !== undefined && 'the permissions boundary',
    layers.session !== undefined && 'the session policy',
    layers.scp.length > 0 && 'the SCPs',
    layers.rcp.length > 0 && 'the RCPs',
    layers.endpoint !== undefined && 'the VPC endpoint policy',
  ].filter((item) => item !== false);
}

function notSupplied(world: World, { check, layers }: ExplainedCheck['traced']): readonly string[] {
  const identity =
    layers.identity !== undefined && !layers.identity.supplied
      ? [`IAM policies of ${shortCaller(check.caller)}`]
      : [];
  const bounded = identityArnOf(check.caller) !== undefined;
  return [
    ...identity,
    ...(world.serviceControlPolicies.length === 0 ? ['SCPs'] : []),
    ...(world.resourceControlPolicies.length === 0 ? ['RCPs'] : []),
    ...(bounded && layers.boundary === undefined ? ['permissions boundary'] : []),
    ...(check.endpoint !== undefined && layers.endpoint === undefined ? ['VPC endpoint policy'] : []),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function joined(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
