import { retireFit } from '../authorize/retireGrant.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import { code } from '../explain/words.ts';
import { textParameter } from '../request/parameters.ts';
import type { KeyInWorld } from '../world/world.ts';
import { apiError, namelessError, shown } from './apiError.ts';
import { keyChecks, namedKey, type Stage } from './call.ts';

/** The grant that an authorized RevokeGrant names (KMS-250). */
export const grantToRevoke: Stage = (call) => {
  const key = namedKey(call);
  const id = textParameter(call.parameters, 'GrantId');
  if (call.action.name !== 'kms:RevokeGrant' || key === undefined || id === undefined) return null;
  return key.grants.some(({ grant }) => grant.id === id) ? null : noSuchGrant(id, key);
};

/**
 * The grant that a RetireGrant names. Who may retire it is in the grant itself, so a request about none is refused for want of
 * a grant rather than of a permission (KMS-070, KMS-074).
 */
export const grantToRetire: Stage = (call) => {
  const [check] = keyChecks(call);
  if (call.action.name !== 'kms:RetireGrant' || check === undefined) return null;
  const { grantId } = check.grantFacts;
  if (grantId === undefined || retireFit(check).grant !== undefined) return null;
  const { key } = check.target;
  if (textParameter(call.parameters, 'GrantId') !== undefined) return noSuchGrant(grantId, key);
  return apiError('InvalidGrantTokenException', 'KMS-056', [
    'The grant token ',
    shown(grantId),
    ' belongs to no grant on the key ',
    code(key.id),
    '.',
  ]);
};

function noSuchGrant(id: string, key: KeyInWorld): ApiErrorAnswer {
  if (!/^\S{1,128}$/.test(id)) {
    return namelessError('InvalidGrantIdException', 'KMS-250', [
      shown(id),
      ' is no grant ID: that is a text of 1 to 128 characters without spaces.',
    ]);
  }
  return namelessError('NotFoundException', 'KMS-250', [
    'The key ',
    code(key.id),
    ' has no grant ',
    shown(id),
    '; ',
    code('InvalidGrantIdException'),
    ' is possible too.',
  ]);
}
