import { findConditionKey } from '../catalog/conditionKeys.ts';
import type { Json, ScenarioRequest } from '../scenario/scenario.ts';

type Context = Readonly<Record<string, Json>>;

/** Keys of a connection through a VPC endpoint, which no service hands on (KMS-203). */
const endpointKeys: ReadonlySet<string> = new Set([
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
]);

export function isEndpointKey(key: string): boolean {
  return endpointKeys.has(key.toLowerCase());
}

/** Keys that a service sends with calls it makes as itself (KMS-186). */
const sourceKeys: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

/** Keys about the resource and the tags of the first request. */
const ofTheResource = [
  'aws:resource',
  'aws:requesttag/',
  'aws:tagkeys',
  'aws:requestedregion',
  'aws:calledvia',
];

/**
 * What of the context given for a request to a service also holds for the call that the service makes to KMS: facts about the
 * caller, and what is said about KMS's own keys. In a call that the service makes as itself only the latter and the source keys.
 */
export function forwardedContext({ context, action }: ScenarioRequest, asItself: boolean): Context {
  const service = action.slice(0, action.indexOf(':') + 1).toLowerCase();
  return Object.fromEntries(
    Object.entries(context ?? {}).filter(([key]) => {
      const lower = key.toLowerCase();
      if (lower.startsWith('kms:')) return true;
      if (asItself) return sourceKeys.has(lower);
      if (isEndpointKey(lower) || ofTheResource.some((prefix) => lower.startsWith(prefix))) return false;
      return !lower.startsWith(service) || findConditionKey(key)?.scope === 'session';
    }),
  );
}
