import { code } from '../explain/words.ts';
import { listParameter } from '../request/parameters.ts';
import type { KeyInWorld } from '../world/world.ts';
import { apiError, shown } from './apiError.ts';
import { firstError, keyChecks, type Stage } from './call.ts';

/**
 * Grant tokens (KMS-056). Lists of grants show no tokens, so a token can only be judged where it is the id of a grant of the
 * scenario, which is how a scenario names grants (KMS-074): on another key it is of no use. Other tokens are taken as good.
 */
export const grantTokens: Stage = (call) => {
  const keys = keyChecks(call).map(({ target }) => target.key);
  if (keys.length === 0 || !call.action.parameters.some(({ name }) => name === 'GrantTokens')) return null;
  return firstError(listParameter(call.parameters, 'GrantTokens'), (token) => {
    const [elsewhere] = call.world.keys.filter((key) => hasGrant(key, token));
    if (elsewhere === undefined || keys.some((key) => hasGrant(key, token))) return null;
    return apiError('InvalidGrantTokenException', 'KMS-056', [
      'The grant token ',
      shown(token),
      ' belongs to a grant on the key ',
      code(elsewhere.id),
      ', which the request does not use.',
    ]);
  });
};

function hasGrant(key: KeyInWorld, id: string): boolean {
  return key.grants.some(({ grant }) => grant.id === id);
}
