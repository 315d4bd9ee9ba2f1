import { findAction } from '../catalog/actions.ts';
import { grantOperationsFor } from '../catalog/keySpecs.ts';
import type { ApiErrorAnswer } from '../explain/answer.ts';
import type { Phrase } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import { listParameter } from '../request/parameters.ts';
import type { KeyInWorld } from '../world/world.ts';
import { apiError, shown } from './apiError.ts';
import { firstError, namedKey, type Stage } from './call.ts';

/** The operations a new grant lists: those a grant can allow (KMS-051), on a key of this kind (KMS-052). */
export const grantOperations: Stage = (call) => {
  if (call.action.name !== 'kms:CreateGrant') return null;
  const operations = listParameter(call.parameters, 'Operations');
  const key = namedKey(call);
  return (
    firstError(operations, unknownOperation) ??
    (key === undefined ? null : firstError(operations, (operation) => unfitOperation(operation, key)))
  );
};

function unknownOperation(operation: string): ApiErrorAnswer | null {
  const action = findAction(operation);
  if (action?.grantOperation === true && action.name === `kms:${operation}`) return null;
  return apiError('ValidationError', 'KMS-051', [
    shown(operation),
    ' is no operation that a grant can list',
    ...instead(operation),
    '.',
  ]);
}

/** Operations are spelled exactly and without `kms:`; the API's own ReEncrypt stands for two of them. */
function instead(operation: string): Phrase {
  const action = findAction(operation);
  if (action?.name === 'kms:ReEncrypt') {
    return [': write ', code('ReEncryptFrom'), ' or ', code('ReEncryptTo')];
  }
  return action?.grantOperation === true ? [': write ', code(action.name.slice('kms:'.length))] : [];
}

function unfitOperation(operation: string, key: KeyInWorld): ApiErrorAnswer | null {
  const possible = grantOperationsFor(key.spec, key.usage, key.origin);
  if (possible === undefined || possible.includes(operation)) return null;
  return apiError('ValidationError', 'KMS-052', [
    'A grant on the key ',
    code(key.id),
    ' cannot list ',
    code(operation),
    ': the key is ',
    code(key.spec),
    ' for ',
    code(key.usage),
    ' with origin ',
    code(key.origin),
    '.',
  ]);
}
