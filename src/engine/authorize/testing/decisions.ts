import { type Layers, layersOf } from '#engine/authorize/layers.ts';
import { sessionPolicies } from '#engine/authorize/sessionPolicies.ts';
import type { Check } from '#engine/authorize/check.ts';
import { decide, type Outcome } from '#engine/authorize/decide.ts';
import { traceCheck, type TracedCheck } from '#engine/authorize/trace.ts';
import type { Caller } from '#engine/request/caller.ts';
import { openCheck } from '#engine/request/openContext.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import { readScenario } from '#engine/scenario/readScenario.ts';
import type { Json } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import { mentionedKeys } from '#engine/world/mentionedKeys.ts';
import type { World } from '#engine/world/world.ts';

export type Fields = Readonly<Record<string, Json>>;

export const ACCOUNT = '111122223333';
export const KEY = `arn:aws:kms:us-west-2:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

export const ALICE = `arn:aws:iam::${ACCOUNT}:user/Alice`;
export const BOB = 'arn:aws:iam::444455556666:user/Bob';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/Worker`;
export const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Worker/s1`;
export const SERVICE = 'logs.us-west-2.amazonaws.com';

export function policy(...Statement: readonly Json[]): Fields {
  return { Version: '2012-10-17', Statement };
}

export function allow(Action: Json, more: Fields = {}): Fields {
  return { Effect: 'Allow', Action, Resource: '*', ...more };
}

export function deny(Action: Json, more: Fields = {}): Fields {
  return { ...allow(Action, more), Effect: 'Deny' };
}

interface Asked {
  readonly world: World;
  readonly check: Check;
  readonly session: ReturnType<typeof sessionPolicies>;
}

/** The first permission a request needs, in a scenario with one key. */
function asked(request: Fields, key: Fields, scenario: Fields): Asked {
  const text = JSON.stringify({
    keyway: 1,
    keys: [{ arn: KEY, policy: policy(), ...key }],
    ...scenario,
    requests: [{ action: 'kms:Decrypt', ...request }],
  });
  const { scenarios, diagnostics } = readScenario(text);
  const [one] = scenarios;
  const [first] = one?.requests ?? [];
  if (one === undefined || first === undefined) throw new Error(JSON.stringify(diagnostics));
  const world = buildWorld(one);
  const read = readRequest(world, first);
  const check = read.kind === 'checks' ? read.checks[0] : undefined;
  if (check === undefined) throw new Error(JSON.stringify(read));
  return { world, check, session: sessionPolicies(first) };
}

/** The check and the layers that bear on it. */
export function askedOf(
  request: Fields,
  key: Fields,
  scenario: Fields = {},
): { check: Check; layers: Layers } {
  const { world, check, session } = asked(request, key, scenario);
  return { check, layers: layersOf(world, check, session) };
}

export function outcomeOf(request: Fields, key: Fields, scenario: Fields = {}): Outcome {
  const { world, check, session } = asked(request, key, scenario);
  return decide(check, layersOf(world, check, session));
}

/** The same check, traced. */
export function traceOf(request: Fields, key: Fields, scenario: Fields = {}): TracedCheck {
  const { world, check, session } = asked(request, key, scenario);
  return traceCheck(check, layersOf(world, check, session));
}

/** The outcome for all requests with this caller, key and action, whatever else they carry; `caller` takes the place of the request's. */
export function openOutcomeOf(request: Fields, key: Fields, scenario: Fields = {}, caller?: Caller): Outcome {
  const { world, check, session } = asked(request, key, scenario);
  const open = openCheck({ ...check, caller: caller ?? check.caller }, mentionedKeys(world));
  return decide(open, layersOf(world, open, session));
}

export function ask(request: Fields, key: Fields, scenario: Fields = {}): string {
  return outcomeOf(request, key, scenario).decision;
}

/** A key policy of one statement about Decrypt. */
export function keyPolicy(Principal: Fields | string, Effect = 'Allow'): Fields {
  return { policy: policy({ Effect, Principal, Action: 'kms:Decrypt', Resource: '*' }) };
}

/** An identity with one IAM policy. */
export function identity(arn: string, ...statements: readonly Json[]): Fields {
  return { arn, policies: [{ name: 'own', document: policy(...statements) }] };
}

/** The permissions boundary of an identity. */
export function boundary(...statements: readonly Json[]): Fields {
  return { permissionsBoundary: { name: 'b', document: policy(...statements) } };
}
