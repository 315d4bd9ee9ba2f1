import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { Suggestions } from '#engine/study.ts';
import { encryptionContextsOf } from './parameterForms.ts';

/** The place among the details where a value is set. `at` makes asking for the same place twice two wishes. */
export interface DetailTarget {
  readonly place: DetailPlace;
  readonly at: number;
}

export type DetailPlace =
  | { readonly kind: 'parameter'; readonly name: string; readonly key?: string }
  | { readonly kind: 'context'; readonly key: string }
  | { readonly kind: 'via' }
  | { readonly kind: 'mfa' };

/**
 * Where the value of a condition key is said: the keys KMS derives from the request are set where they come from, so that
 * the request stays one that can be made; any other key is further context.
 */
export function placeOfKey(
  key: string,
  request: ScenarioRequest,
  suggestions: Suggestions | null,
): DetailPlace {
  const name = key.toLowerCase();
  const parameters = suggestions?.parameters.map((parameter) => parameter.name) ?? [];
  if (name === 'kms:viaservice') return { kind: 'via' };
  if (name === 'aws:multifactorauthpresent') return { kind: 'mfa' };
  if (name.startsWith('kms:encryptioncontext:')) {
    const [pairs] = encryptionContextsOf(request.action);
    if (pairs !== undefined) {
      return {
        kind: 'parameter',
        name: pairs,
        key: spelling(key.slice('kms:encryptioncontext:'.length), suggestions),
      };
    }
  }
  const own = parameters.find((parameter) => name === `kms:${parameter.toLowerCase()}`);
  if (own !== undefined) return { kind: 'parameter', name: own };
  const given = Object.keys(request.context ?? {}).find((other) => other.toLowerCase() === name);
  return { kind: 'context', key: given ?? key };
}

/** The context row that is wanted, if one is. */
export function wantedContextKey(
  target: DetailTarget | null,
): { readonly key: string; readonly at: number } | null {
  return target?.place.kind === 'context' ? { key: target.place.key, at: target.at } : null;
}

/** The pair of this parameter that is wanted, if one is; without a key, the parameter as such. */
export function wantedPair(
  target: DetailTarget | null,
  name: string,
): { readonly key: string | undefined; readonly at: number } | null {
  const place = target?.place;
  if (target === null || place?.kind !== 'parameter' || place.name !== name) return null;
  return { key: place.key, at: target.at };
}

/** Condition keys are read without regard to case, encryption context keys are not: take the spelling the policies use. */
function spelling(key: string, suggestions: Suggestions | null): string {
  const known = suggestions?.encryptionContext.find((pair) => pair.key.toLowerCase() === key.toLowerCase());
  return known?.key ?? key;
}
