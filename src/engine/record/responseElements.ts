import type { ActionInfo } from '../catalog/actions.ts';
import { own, type Parameters, textParameter } from '../request/parameters.ts';
import type { Json } from '../scenario/scenario.ts';
import type { KeyInWorld } from '../world/world.ts';
import { keyMetadata } from './keyMetadata.ts';
import { placeholder } from './placeholders.ts';

/** A call that worked. */
export interface Worked {
  readonly action: ActionInfo;
  readonly parameters: Parameters;
  readonly key: KeyInWorld | undefined;
  /** Whether the key has replicas, which delays its deletion. */
  readonly hasReplicas: boolean;
  /** Of the caller, for keys that are made. */
  readonly account: string;
  readonly region: string;
}

/**
 * What KMS answered, as far as CloudTrail holds it: nothing for cryptographic and reading operations; for management of a key
 * the key's ARN, also where the API returns none (since December 2022, DG26:ct-enablekey), and what else the API returns.
 */
export function responseElements(worked: Worked): Json {
  const { action, parameters, key, account, region } = worked;
  switch (action.name) {
    case 'kms:CreateKey':
      return { keyMetadata: keyMetadata({ arn: newKeyArn(account, region), parameters }) };
    case 'kms:ReplicateKey':
      return key === undefined ? null : replicated(key, parameters);
    case 'kms:CreateCustomKeyStore':
      return { customKeyStoreId: placeholder.keyStoreId };
    case 'kms:CreateGrant':
      return { grantId: placeholder.grantId, ...keyIdOf(key) };
    case 'kms:ScheduleKeyDeletion':
      return { ...keyIdOf(key), ...deletion(worked) };
    default:
      return changesKey(action) ? { ...keyIdOf(key) } : null;
  }
}

/** CancelKeyDeletion, EnableKey, PutKeyPolicy, TagResource and their kind. */
function changesKey({ class: kind, authorizedOn, name }: ActionInfo): boolean {
  const reads = /^kms:(?:Get|List|Describe)/.test(name);
  return (kind === 'keyAdmin' || kind === 'grantManagement') && authorizedOn !== 'none' && !reads;
}

function keyIdOf(key: KeyInWorld | undefined): { readonly keyId?: string } {
  return key === undefined ? {} : { keyId: key.arn };
}

function deletion({ parameters, hasReplicas }: Worked): { readonly [name: string]: Json } {
  const pendingWindowInDays = own(parameters, 'PendingWindowInDays') ?? 30;
  return hasReplicas
    ? { keyState: 'PendingReplicaDeletion', pendingWindowInDays }
    : { keyState: 'PendingDeletion', deletionDate: placeholder.time, pendingWindowInDays };
}

function replicated(key: KeyInWorld, parameters: Parameters): Json {
  const region = textParameter(parameters, 'ReplicaRegion') ?? key.region;
  const arn = `arn:${key.partition}:kms:${region}:${key.account}:key/${key.id}`;
  const policy = own(parameters, 'Policy');
  return {
    replicaKeyMetadata: keyMetadata({ arn, parameters, replicaOf: key }),
    replicaPolicy: typeof policy === 'string' ? policy : JSON.stringify(policy ?? {}),
  };
}

/** The ARN a new key would get. */
export function newKeyArn(account: string, region: string): string {
  return `arn:aws:kms:${region}:${account}:key/${placeholder.keyId}`;
}
