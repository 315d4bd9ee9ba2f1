import type { Check } from '#engine/authorize/check.ts';
import { readRequest } from '#engine/request/readRequest.ts';
import type { ReadRequest } from '#engine/request/reading.ts';
import { readScenario } from '#engine/scenario/readScenario.ts';
import type { Json } from '#engine/scenario/scenario.ts';
import { buildWorld } from '#engine/world/buildWorld.ts';
import type { Moment } from '#engine/world/world.ts';

export type Fields = Readonly<Record<string, Json>>;

export const ACCOUNT = '111122223333';
export const KEY = `arn:aws:kms:us-west-2:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const OTHER_KEY = `arn:aws:kms:us-west-2:${ACCOUNT}:key/0987dcba-09fe-87dc-65ba-ab0987654321`;
export const ALICE = `arn:aws:iam::${ACCOUNT}:user/team/Alice`;
export const WORKER = `arn:aws:sts::${ACCOUNT}:assumed-role/Worker/s1`;

const policy: Json = { Version: '2012-10-17', Statement: [] };

/** Reads one request of a scenario that is otherwise empty; keys get an empty policy. */
export function read(request: Fields, scenario: Fields = {}, now?: Moment): ReadRequest {
  const { keys = [{ arn: KEY }], ...more } = scenario;
  const withPolicies = (keys as readonly Fields[]).map((key) => ({ policy, ...key }));
  const text = JSON.stringify({
    keyway: 1,
    keys: withPolicies,
    ...more,
    requests: [{ principal: ALICE, action: 'kms:Decrypt', ...request }],
  });
  const { scenarios, diagnostics } = readScenario(text);
  const [one] = scenarios;
  const [first] = one?.requests ?? [];
  if (one === undefined || first === undefined) throw new Error(JSON.stringify(diagnostics));
  return readRequest(buildWorld(one, undefined, now), first);
}

/** The permissions a request needs. */
export function checksOf(request: Fields, scenario: Fields = {}, now?: Moment): readonly Check[] {
  const result = read(request, scenario, now);
  if (result.kind !== 'checks') throw new Error(`The request is not asked: ${JSON.stringify(result)}`);
  return result.checks;
}

/** The values of a condition key in a check: a text, a list where the key is multivalued, null where it is absent. */
export function valueOf(check: Check | undefined, key: string): string | readonly string[] | null {
  const entry = check?.context.entries.get(key.toLowerCase());
  if (entry === undefined || entry.state !== 'present') return null;
  return entry.multivalued ? entry.values : (entry.values[0] ?? '');
}

/** Where the value came from: `parameter KeySpec`, `default KeySpec`, `key Origin`, `principal`. */
export function originOf(check: Check | undefined, key: string): string {
  const origin = check?.context.entries.get(key.toLowerCase())?.origin;
  if (origin === undefined) return 'nothing';
  if ('name' in origin) return `${origin.kind} ${origin.name}`;
  return 'property' in origin ? `${origin.kind} ${origin.property}` : origin.kind;
}

/** What is asked: `action resource` a check, or why nothing is. */
export function asked(request: Fields, scenario: Fields = {}): readonly string[] | string {
  const result = read(request, scenario);
  if (result.kind === 'checks') return result.checks.map(({ action, resource }) => `${action} ${resource}`);
  if (result.kind === 'notFound') return `${result.error} ${result.rule}: ${result.because}`;
  return result.problems.map(({ field, message }) => `${field}: ${message}`).join(' ');
}
