import type { KeyStateError } from '../catalog/keyState.ts';
import { keyStateOutcome } from '../catalog/keyStates.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import type { KeyInWorld } from '../world/world.ts';
import { apiError, namelessError } from './apiError.ts';
import { firstError, keyChecks, type Stage } from './call.ts';

/** Whether each key is in a state the operation accepts (KMS table 6.2, KMS-079, KMS-251). */
export const keyState: Stage = (call) => {
  const [named] = keyChecks(call);
  return firstError(keyChecks(call), (check) => {
    const { key } = check.target;
    // UpdateAlias is checked on the key the alias is to point at, which the request names, and on the one it points at now.
    const target = check === named;
    const outcome = keyStateOutcome(check.action, key.state, { origin: key.origin, target });
    if (outcome?.result !== 'error') return null;
    const [first, ...others] = outcome.errors;
    const rule = check.action === 'kms:CreateGrant' ? 'KMS-079' : 'KMS-250';
    return inState(key, rule, first, others, outcome.inferred);
  });
};

function inState(
  key: KeyInWorld,
  rule: string,
  first: KeyStateError,
  others: readonly KeyStateError[],
  inferred: boolean,
): ApiErrorAnswer {
  const text: Phrase = ['The key ', code(key.id), ` ${first.because}.`];
  const other = others.find(({ error }) => error !== first.error);
  if (other !== undefined) {
    return namelessError(first.error, rule, [...text, ' ', code(other.error), ' is possible too.']);
  }
  return inferred ? namelessError(first.error, rule, text) : apiError(first.error, rule, text);
}
