import { namesKeyMaterial } from './loggedOperations.data.ts';
import { inCustomKeyStore } from '../catalog/keySpecs.ts';
import { own, textParameter } from '../request/parameters.ts';
import type { Json } from '../scenario/scenario.ts';
import type { KeyInWorld } from '../world/world.ts';
import { objectOf } from './jsonObject.ts';
import { placeholder } from './placeholders.ts';
import type { Worked } from './responseElements.ts';

/**
 * What CloudTrail adds that was in neither request nor answer: the custom key store of a key, the enclave a result was
 * encrypted for, the grant that was retired, the key material that was used (DG26:ct-decrypt, DG:ct-nitro-enclave, DG:ct-retire-grant).
 *
 * @returns undefined where the record has no such member
 */
export function additionalEventData(worked: Worked, succeeded: boolean): Json | undefined {
  const data = objectOf({
    ...ofKeyStore(worked),
    ...(succeeded ? ofSuccess(worked) : {}),
  });
  return Object.keys(data).length === 0 ? undefined : data;
}

type Members = Readonly<Record<string, Json | undefined>>;

const onKeyStores = /^kms:(?:Connect|Disconnect|Update|Delete)CustomKeyStore$/;
const backingKey = JSON.stringify({ keyHandle: '01', backingKeyId: placeholder.backingKey });

function ofKeyStore({ action, key, parameters }: Worked): Members {
  if (onKeyStores.test(action.name))
    return { customKeyStoreName: placeholder.keyStoreName, clusterId: placeholder.clusterId };
  if (action.name === 'kms:CreateKey')
    return { backingKey: own(parameters, 'Origin') === 'AWS_CLOUDHSM' ? backingKey : undefined };
  const isUse = action.class === 'crypto' || action.name === 'kms:ScheduleKeyDeletion';
  return key === undefined || !isUse || !inCustomKeyStore(key.origin) ? {} : ofKeyIn(key, action.name);
}

function ofKeyIn({ facts: { metadata }, origin }: KeyInWorld, operation: string): Members {
  const xks = metadata?.['XksKeyConfiguration'];
  const isDeleted = operation === 'kms:ScheduleKeyDeletion' && origin === 'AWS_CLOUDHSM';
  return {
    customKeyStoreId: metadata?.CustomKeyStoreId ?? placeholder.keyStoreId,
    clusterId: isDeleted ? placeholder.clusterId : undefined,
    backingKeys: isDeleted ? `[${backingKey}]` : undefined,
    xksKeyId: origin === 'EXTERNAL_KEY_STORE' ? xksKeyId(xks) : undefined,
  };
}

function xksKeyId(configuration: unknown): string {
  const id: unknown =
    typeof configuration === 'object' && configuration !== null && 'Id' in configuration
      ? configuration.Id
      : undefined;
  return typeof id === 'string' ? id : placeholder.keyId;
}

function ofSuccess({ action, key, parameters }: Worked): Members {
  return {
    keyMaterialId:
      namesKeyMaterial.has(action.name) && key !== undefined && !inCustomKeyStore(key.origin)
        ? placeholder.keyMaterialId
        : undefined,
    recipient: own(parameters, 'Recipient') === undefined ? undefined : enclave,
    grantId:
      action.name === 'kms:RetireGrant'
        ? (textParameter(parameters, 'GrantId') ?? placeholder.grantId)
        : undefined,
  };
}

const enclave: Json = {
  attestationDocumentModuleId: placeholder.moduleId,
  attestationDocumentEnclaveImageDigest: placeholder.imageDigest,
};
