import { type ActionInfo, findAction } from '../catalog/actions.ts';
import { findKeySpec } from '../catalog/keySpecs.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code, list } from '../explain/words.ts';
import type { KeyInWorld } from '../world/world.ts';
import { apiError, namelessError, shown } from './apiError.ts';
import { firstError, type KeyCheck, keyChecks, type Stage } from './call.ts';
import { typeInWords } from './encryptionContext.ts';

/** Whether each key is one the operation works with: usage, type, origin, primary key, customer managed (KMS-250, KMS-011). */
export const keyUsage: Stage = (call) => {
  const [named] = keyChecks(call);
  return firstError(keyChecks(call), (check) => {
    const action = findAction(check.action);
    if (action === undefined) return null;
    const { key } = check.target;
    return (
      managedByAws(action, key) ??
      otherUsage(action, key) ??
      wrongType(action, key) ??
      otherOrigin(action, key) ??
      // UpdatePrimaryRegion is checked on the replica too, which of course is not the primary key yet (KMS-163).
      (check === named ? notPrimary(action, check) : null)
    );
  });
};

/** What an operation asks of the key, and what the key is instead. */
function mismatch(action: ActionInfo, needs: Phrase, key: KeyInWorld, is: Phrase): Phrase {
  return [code(action.name), ' works only with ', ...needs, ', and the key ', code(key.id), ' ', ...is, '.'];
}

function managedByAws(action: ActionInfo, key: KeyInWorld): ApiErrorAnswer | null {
  if (action.keyRequirement.customerManaged !== true || !key.awsManaged) return null;
  const rule =
    action.name === 'kms:TagResource' || action.name === 'kms:UntagResource' ? 'KMS-169' : 'KMS-011';
  return namelessError(
    'UnsupportedOperationException',
    rule,
    mismatch(action, ['customer managed keys'], key, ['is managed by AWS']),
  );
}

function otherUsage(action: ActionInfo, key: KeyInWorld): ApiErrorAnswer | null {
  const { usage } = action.keyRequirement;
  if (usage === undefined || usage === key.usage) return null;
  return apiError(
    'InvalidKeyUsageException',
    'KMS-250',
    mismatch(action, ['keys for ', code(usage)], key, ['is for ', shown(key.usage)]),
  );
}

function wrongType(action: ActionInfo, key: KeyInWorld): ApiErrorAnswer | null {
  const { types } = action.keyRequirement;
  const type = findKeySpec(key.spec)?.type;
  if (types === undefined || type === undefined || types.includes(type)) return null;
  return apiError(
    action.class === 'crypto' ? 'InvalidKeyUsageException' : 'UnsupportedOperationException',
    'KMS-250',
    mismatch(
      action,
      list(
        types.map((one) => typeInWords[one]),
        types.length,
        'or',
      ),
      key,
      [`is ${typeInWords[type]} (`, code(key.spec), ')'],
    ),
  );
}

function otherOrigin(action: ActionInfo, key: KeyInWorld): ApiErrorAnswer | null {
  const { origins } = action.keyRequirement;
  if (origins === undefined || origins.includes(key.origin)) return null;
  const needs = list(
    origins.map((origin) => code(origin)),
    origins.length,
    'or',
  );
  return apiError(
    'UnsupportedOperationException',
    'KMS-250',
    mismatch(action, ['keys of origin ', ...needs], key, ['has origin ', shown(key.origin)]),
  );
}

function notPrimary(action: ActionInfo, { target: { key } }: KeyCheck): ApiErrorAnswer | null {
  if (action.keyRequirement.multiRegion === undefined || key.multiRegionKeyType === 'PRIMARY') return null;
  const is = key.multiRegion ? 'is a replica' : 'is a single-Region key';
  return apiError(
    'UnsupportedOperationException',
    'KMS-250',
    mismatch(action, ['multi-Region primary keys'], key, [is]),
  );
}
