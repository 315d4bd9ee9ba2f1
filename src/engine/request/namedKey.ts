import type { ActionInfo } from '../catalog/actions.ts';
import type { KeyInWorld } from '../world/world.ts';
import { textParameter } from './parameters.ts';
import type { RequestFacts } from './prepare.ts';
import type { NotFound, RequestProblem } from './reading.ts';
import { type KeyIdentifier, resolveKey } from './resolveKey.ts';

/** A key, and how the request named it; undefined where it did not and the key came from elsewhere. */
export interface NamedKey {
  readonly key: KeyInWorld;
  readonly identifier: KeyIdentifier | undefined;
}

/**
 * The key a request is about: its `resource`, the parameter that names the key, the key its ciphertext was made with where the
 * operation needs no id (KMS-032), or the scenario's first key.
 */
export function namedKey(facts: RequestFacts, action: ActionInfo): NamedKey | NotFound | RequestProblem {
  const { world, request, caller } = facts;
  const text =
    request.resource ?? (action.keyParameter && textParameter(request.parameters ?? {}, action.keyParameter));
  if (text !== undefined && text !== '') return resolveKey(text, action, caller, world);
  const ofCiphertext = action.foreignKeyId ? request.ciphertext?.key : undefined;
  if (ofCiphertext !== undefined) return keyOfCiphertext(facts, action, ofCiphertext);
  const [first] = world.keys;
  if (first === undefined) return { field: 'resource', message: 'The scenario has no key to ask about.' };
  return resolveKey(first.arn, action, caller, world);
}

/** KMS does not tell a key that is not there from one that the caller may not use, if only the ciphertext names it (KMS-252). */
function keyOfCiphertext(
  { world, caller }: RequestFacts,
  action: ActionInfo,
  text: string,
): NamedKey | NotFound {
  const found = resolveKey(text, action, caller, world);
  if ('key' in found) return { key: found.key, identifier: undefined };
  return {
    notFound: `the ciphertext was made with \`${text}\`, and ${found.notFound}`,
    error: 'AccessDeniedException',
    rule: 'KMS-032',
  };
}
