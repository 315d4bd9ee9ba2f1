import { findAction } from '../catalog/actions.ts';
import type { KeyType } from '../catalog/keySpec.ts';
import { findKeySpec } from '../catalog/keySpecs.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import { code } from '../explain/words.ts';
import { isObject, own } from '../request/parameters.ts';
import { encryptionContextParameter } from '../request/prepare.ts';
import type { Json } from '../scenario/scenario.ts';
import type { KeyInWorld } from '../world/world.ts';
import { namelessError, shown } from './apiError.ts';
import { firstError, keyChecks, type Stage } from './call.ts';

/** An encryption context goes with symmetric encryption keys only (KMS-100, KMS-101, U-10). */
export const encryptionContext: Stage = (call) =>
  firstError(keyChecks(call), (check) => {
    const parameter = encryptionContextParameter(check.action);
    if (findAction(check.action)?.parameters.some(({ name }) => name === parameter) !== true) return null;
    const misshapen = mustBePairs(parameter, own(call.parameters, parameter), 'KMS-100');
    if (misshapen !== null || check.grantFacts.encryptionContext.size === 0) return misshapen;
    const { key } = check.target;
    const type = otherType(key);
    if (type === undefined) return null;
    return namelessError('ValidationException', 'KMS-101', [
      code(parameter),
      ' is given, and the key ',
      code(key.id),
      ` is ${typeInWords[type]} (`,
      shown(key.spec),
      '), which takes no encryption context.',
    ]);
  });

export const typeInWords: Readonly<Record<KeyType, string>> = {
  symmetricEncryption: 'a symmetric encryption key',
  hmac: 'an HMAC key',
  asymmetric: 'an asymmetric key',
};

/** The type of a key that is no symmetric encryption key; undefined also for a spec that the catalog does not know. */
export function otherType(key: KeyInWorld): KeyType | undefined {
  const type = findKeySpec(key.spec)?.type;
  return type === 'symmetricEncryption' ? undefined : type;
}

/** Pairs of an encryption context or of a constraint are an object; null counts as omitted. */
export function mustBePairs(parameter: string, given: Json | undefined, rule: string): ApiErrorAnswer | null {
  if (given === undefined || given === null || isObject(given)) return null;
  return namelessError('ValidationException', rule, [
    code(parameter),
    ' is no object of pairs, such as ',
    code('{"Department": "IT"}'),
    '.',
  ]);
}
