import { type ActionInfo, findAction } from '../catalog/actions.ts';
import { callerAccount } from './caller.ts';
import type { ContextBuilder } from './contextBuilder.ts';
import type { ContextFacts } from './deriveContext.ts';
import { keyKeys, replicaKeys, retiredGrantKeys } from './keyKeys.ts';
import { encryptionContextKeys, parameterKeys } from './parameterKeys.ts';

/** The condition keys of KMS for one permission, as far as the permission can have them (KMS-130, table 5.1). */
export function kmsKeys(builder: ContextBuilder, facts: ContextFacts): void {
  const { action, request, key } = facts;
  if (key !== undefined) keyKeys(builder, key);
  const info = findAction(action);
  if (info !== undefined) callKeys(builder, facts, info);
  parameterKeys(builder, action, request.parameters ?? {});
  if (facts.replicaOf !== undefined) replicaKeys(builder, facts.replicaOf);
  if (action === 'kms:RetireGrant' && key !== undefined) retiredGrantKeys(builder, key, facts.grantId);
  if (info?.conditionKeys.includes('kms:EncryptionContextKeys') === true && !grantManaging.has(action)) {
    encryptionContextKeys(builder, facts.encryptionContext, facts.encryptionContextParameter);
  }
}

/** Their encryption context is that of a grant's constraint (KMS-074, KMS-112). */
const grantManaging: ReadonlySet<string> = new Set(['kms:CreateGrant', 'kms:RetireGrant']);

/** Who calls, how, and how the call names its keys. */
function callKeys(builder: ContextBuilder, facts: ContextFacts, info: ActionInfo): void {
  const { caller, request, requestAlias, reEncryptOnSameKey } = facts;
  const supports = (key: string): boolean => info.conditionKeys.includes(key);
  if (supports('kms:CallerAccount'))
    builder.set('kms:CallerAccount', callerAccount(caller), { kind: 'principal' });
  if (supports('kms:ViaService')) builder.set('kms:ViaService', request.viaService, { kind: 'service' });
  if (supports('kms:GrantIsForAWSResource')) {
    // EKS is documented not to set it (KMS-069).
    const forResource = request.viaService !== undefined && !request.viaService.startsWith('eks.');
    builder.set('kms:GrantIsForAWSResource', forResource, { kind: 'service' });
  }
  if (supports('kms:RequestAlias')) {
    builder.set('kms:RequestAlias', requestAlias, { kind: 'parameter', name: info.keyParameter ?? 'KeyId' });
  }
  builder.set('kms:ReEncryptOnSameKey', reEncryptOnSameKey, { kind: 'parameter', name: 'DestinationKeyId' });
}
