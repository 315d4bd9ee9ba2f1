import { findAction } from '../catalog/actions.ts';
import { findKeySpec } from '../catalog/keySpecs.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import { code } from '../explain/words.ts';
import { listParameter, textParameter } from '../request/parameters.ts';
import { encryptionContextParameter } from '../request/prepare.ts';
import { resolveKey } from '../request/resolveKey.ts';
import { splitArn } from '../vocabulary/arn.ts';
import type { KeyInWorld } from '../world/world.ts';
import { apiError, namelessError, shown } from './apiError.ts';
import { type KeyCheck, keyChecks, type KmsCall, type Stage } from './call.ts';
import { typeInWords } from './encryptionContext.ts';
import { contextDifference, differenceInWords } from './contextDifference.ts';

const reading: ReadonlySet<string> = new Set(['kms:Decrypt', 'kms:ReEncryptFrom']);

/**
 * What the ciphertext of a Decrypt or ReEncrypt was made with, compared with the request: the key (KMS-250) and the encryption
 * context (KMS-102). What `ciphertext` does not say is as in the request (scenario format). Both come after authorization
 * (KMS-104).
 */
export const ciphertext: Stage = (call) => {
  const check = keyChecks(call).find(({ action }) => reading.has(action));
  if (check === undefined || call.request.ciphertext === undefined) return null;
  if (listParameter(call.parameters, 'DryRunModifiers').includes('IGNORE_CIPHERTEXT')) return null;
  return keyNotInCiphertext(call, check) ?? incorrectKey(call, check) ?? otherContext(call, check);
};

/** Only symmetric ciphertext names its key; for any other the request must (KMS-032). */
function keyNotInCiphertext(call: KmsCall, check: KeyCheck): ApiErrorAnswer | null {
  const { key } = check.target;
  const type = findKeySpec(key.spec)?.type;
  if (call.request.ciphertext?.key === undefined || namesKey(call, check)) return null;
  if (type === undefined || type === 'symmetricEncryption') return null;
  return namelessError('InvalidCiphertextException', 'KMS-032', [
    'The request names no key, and a ciphertext of the key ',
    code(key.id),
    ` does not name it either, since that is ${typeInWords[type]}.`,
  ]);
}

function incorrectKey(call: KmsCall, check: KeyCheck): ApiErrorAnswer | null {
  const made = call.request.ciphertext?.key;
  const { key } = check.target;
  if (made === undefined || !namesKey(call, check) || isSameKey(call, made, key)) return null;
  return apiError('IncorrectKeyException', 'KMS-250', [
    'The data was encrypted under ',
    shown(made),
    ', and the request names the key ',
    code(key.arn),
    '.',
  ]);
}

/** Without `KeyId` KMS takes the key from the ciphertext, and it cannot be a wrong one (KMS-032). */
function namesKey({ request, parameters }: KmsCall, check: KeyCheck): boolean {
  const parameter = findAction(check.action)?.keyParameter ?? 'KeyId';
  return request.resource !== undefined || textParameter(parameters, parameter) !== undefined;
}

/** Whether the key a ciphertext was made with is that key, or one of the same key material in another Region (KMS-165). */
function isSameKey({ world, caller, action }: KmsCall, made: string, key: KeyInWorld): boolean {
  const resolved = resolveKey(made, action, caller, world);
  if ('key' in resolved) {
    const other = resolved.key;
    return other === key || (other.multiRegion && isRelated(other.arn, key));
  }
  return made === key.id || isRelated(made, key);
}

function isRelated(arn: string, key: KeyInWorld): boolean {
  const other = splitArn(arn);
  return key.multiRegion && other?.account === key.account && other.resource === `key/${key.id}`;
}

function otherContext(call: KmsCall, check: KeyCheck): ApiErrorAnswer | null {
  const made = call.request.ciphertext?.encryptionContext;
  if (made === undefined || findKeySpec(check.target.key.spec)?.type !== 'symmetricEncryption') return null;
  const wanted = new Map(Object.entries(made));
  const difference = contextDifference(check.grantFacts.encryptionContext, wanted);
  if (difference === undefined) return null;
  return apiError('InvalidCiphertextException', 'KMS-102', [
    code(encryptionContextParameter(check.action)),
    ' is not the encryption context that the data was encrypted with: ',
    ...differenceInWords(difference),
    '.',
  ]);
}
