import { layersOf } from '#engine/authorize/layers.ts';
import { sessionPolicies } from '#engine/authorize/sessionPolicies.ts';
import { decide, type Outcome } from '#engine/authorize/decide.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import { readScenario } from '#engine/scenario/readScenario.ts';
import type { Json } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';

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

/** The outcome of the first permission a request needs, in a scenario with one key. */
export function outcomeOf(request: Fields, key: Fields, scenario: Fields = {}): Outcome {
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
  return decide(check, layersOf(world, check, sessionPolicies(first)));
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
