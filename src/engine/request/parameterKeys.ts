import { parseInstant } from '../conditions/instant.ts';
import type { ContextBuilder } from './contextBuilder.ts';
import {
  asText,
  isList,
  isObject,
  listParameter,
  memberParameter,
  own,
  pairsOf,
  type Parameters,
  textParameter,
} from './parameters.ts';

/** Which request parameter a condition key is taken from, and the value that counts when it is omitted (KMS-132, U-13). */
interface ParameterKey {
  readonly key: string;
  readonly parameter: string;
  /** What the parameter was called before; KMS still takes it. */
  readonly formerly?: string;
  readonly default?: string;
}

const parameterKeyRows: Readonly<Record<string, readonly ParameterKey[]>> = {
  'kms:PutKeyPolicy': [
    { key: 'kms:BypassPolicyLockoutSafetyCheck', parameter: 'BypassPolicyLockoutSafetyCheck' },
  ],
  'kms:CreateKey': [
    { key: 'kms:BypassPolicyLockoutSafetyCheck', parameter: 'BypassPolicyLockoutSafetyCheck' },
    { key: 'kms:KeyOrigin', parameter: 'Origin', default: 'AWS_KMS' },
    {
      key: 'kms:KeySpec',
      parameter: 'KeySpec',
      formerly: 'CustomerMasterKeySpec',
      default: 'SYMMETRIC_DEFAULT',
    },
    {
      key: 'kms:CustomerMasterKeySpec',
      parameter: 'KeySpec',
      formerly: 'CustomerMasterKeySpec',
      default: 'SYMMETRIC_DEFAULT',
    },
    { key: 'kms:KeyUsage', parameter: 'KeyUsage', default: 'ENCRYPT_DECRYPT' },
    { key: 'kms:CustomerMasterKeyUsage', parameter: 'KeyUsage', default: 'ENCRYPT_DECRYPT' },
    { key: 'kms:MultiRegion', parameter: 'MultiRegion', default: 'false' },
  ],
  'kms:Encrypt': [
    { key: 'kms:EncryptionAlgorithm', parameter: 'EncryptionAlgorithm', default: 'SYMMETRIC_DEFAULT' },
  ],
  'kms:Decrypt': [
    { key: 'kms:EncryptionAlgorithm', parameter: 'EncryptionAlgorithm', default: 'SYMMETRIC_DEFAULT' },
  ],
  'kms:ReEncryptFrom': [
    { key: 'kms:EncryptionAlgorithm', parameter: 'SourceEncryptionAlgorithm', default: 'SYMMETRIC_DEFAULT' },
  ],
  'kms:ReEncryptTo': [
    {
      key: 'kms:EncryptionAlgorithm',
      parameter: 'DestinationEncryptionAlgorithm',
      default: 'SYMMETRIC_DEFAULT',
    },
  ],
  'kms:GenerateDataKeyPair': [{ key: 'kms:DataKeyPairSpec', parameter: 'KeyPairSpec' }],
  'kms:GenerateDataKeyPairWithoutPlaintext': [{ key: 'kms:DataKeyPairSpec', parameter: 'KeyPairSpec' }],
  'kms:ImportKeyMaterial': [{ key: 'kms:ExpirationModel', parameter: 'ExpirationModel' }],
  'kms:DeriveSharedSecret': [{ key: 'kms:KeyAgreementAlgorithm', parameter: 'KeyAgreementAlgorithm' }],
  'kms:GenerateMac': [{ key: 'kms:MacAlgorithm', parameter: 'MacAlgorithm' }],
  'kms:VerifyMac': [{ key: 'kms:MacAlgorithm', parameter: 'MacAlgorithm' }],
  'kms:Sign': [
    { key: 'kms:MessageType', parameter: 'MessageType', default: 'RAW' },
    { key: 'kms:SigningAlgorithm', parameter: 'SigningAlgorithm' },
  ],
  'kms:Verify': [
    { key: 'kms:MessageType', parameter: 'MessageType', default: 'RAW' },
    { key: 'kms:SigningAlgorithm', parameter: 'SigningAlgorithm' },
  ],
  'kms:UpdatePrimaryRegion': [{ key: 'kms:PrimaryRegion', parameter: 'PrimaryRegion' }],
  'kms:ReplicateKey': [{ key: 'kms:ReplicaRegion', parameter: 'ReplicaRegion' }],
  'kms:EnableKeyRotation': [
    { key: 'kms:RotationPeriodInDays', parameter: 'RotationPeriodInDays', default: '365' },
  ],
  'kms:ScheduleKeyDeletion': [
    { key: 'kms:ScheduleKeyDeletionPendingWindowInDays', parameter: 'PendingWindowInDays', default: '30' },
  ],
  'kms:GetParametersForImport': [
    { key: 'kms:WrappingAlgorithm', parameter: 'WrappingAlgorithm' },
    { key: 'kms:WrappingKeySpec', parameter: 'WrappingKeySpec' },
  ],
};

const symmetricOnly: ReadonlySet<string> = new Set([
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:GenerateDataKeyPair',
  'kms:GenerateDataKeyPairWithoutPlaintext',
]);

/** Condition keys taken from the request's parameters (table 5.1), for one permission. */
export function parameterKeys(builder: ContextBuilder, action: string, parameters: Parameters): void {
  for (const row of parameterKeyRows[action] ?? []) {
    const [name, value] = given(parameters, row);
    const kind = value === undefined ? 'default' : 'parameter';
    builder.set(row.key, value ?? row.default, { kind, name });
  }
  if (action === 'kms:ImportKeyMaterial') expiryKey(builder, parameters);
  // Data key operations have no parameter for it and always use this algorithm.
  if (symmetricOnly.has(action))
    builder.set('kms:EncryptionAlgorithm', 'SYMMETRIC_DEFAULT', {
      kind: 'default',
      name: 'EncryptionAlgorithm',
    });
  if (action === 'kms:CreateKey' && textParameter(parameters, 'MultiRegion') === 'true') {
    builder.set('kms:MultiRegionKeyType', 'PRIMARY', { kind: 'parameter', name: 'MultiRegion' });
  }
  if (action === 'kms:CreateGrant') grantKeys(builder, parameters);
  tagKeys(builder, action, parameters);
}

/** A parameter by its name of today, or else by its former one: the name that was used, and the value. */
function given(parameters: Parameters, { parameter, formerly }: ParameterKey): [string, string | undefined] {
  const value = textParameter(parameters, parameter);
  const former =
    value === undefined && formerly !== undefined ? textParameter(parameters, formerly) : undefined;
  return former === undefined || formerly === undefined ? [parameter, value] : [formerly, former];
}

/** When imported key material expires, in epoch seconds; material that does not has no such key (table 5.1). */
function expiryKey(builder: ContextBuilder, parameters: Parameters): void {
  if (textParameter(parameters, 'ExpirationModel') === 'KEY_MATERIAL_DOES_NOT_EXPIRE') return;
  const text = textParameter(parameters, 'ValidTo');
  const instant = text === undefined ? undefined : parseInstant(text);
  builder.set('kms:ValidTo', instant === undefined ? text : String(instant.seconds), {
    kind: 'parameter',
    name: 'ValidTo',
  });
}

/** The encryption context as condition keys: one per pair, and the list of names (KMS-105, KMS-106). */
export function encryptionContextKeys(
  builder: ContextBuilder,
  pairs: ReadonlyMap<string, string>,
  parameter: string,
): void {
  const origin = { kind: 'parameter', name: parameter } as const;
  for (const [key, value] of pairs) builder.set(`kms:EncryptionContext:${key}`, value, origin);
  builder.setAll('kms:EncryptionContextKeys', [...pairs.keys()], origin);
}

function grantKeys(builder: ContextBuilder, parameters: Parameters): void {
  const parameter = (name: string) => ({ kind: 'parameter', name }) as const;
  builder.setAll('kms:GrantOperations', listParameter(parameters, 'Operations'), parameter('Operations'));
  for (const name of [
    'GranteePrincipal',
    'GranteeServicePrincipal',
    'RetiringPrincipal',
    'RetiringServicePrincipal',
  ]) {
    builder.set(`kms:${name}`, textParameter(parameters, name), parameter(name));
  }
  const constraints = own(parameters, 'Constraints');
  builder.set(
    'kms:GrantConstraintSourceArn',
    asText(memberParameter(constraints, 'SourceArn')),
    parameter('Constraints'),
  );
  for (const type of ['EncryptionContextEquals', 'EncryptionContextSubset']) {
    const pairs = memberParameter(constraints, type);
    if (pairs === undefined || !isObject(pairs)) continue;
    builder.set('kms:GrantConstraintType', type, parameter('Constraints'));
    // The encryption context of a CreateGrant is that of the constraint (KMS-112).
    encryptionContextKeys(builder, pairsOf(pairs), 'Constraints');
  }
}

function tagKeys(builder: ContextBuilder, action: string, parameters: Parameters): void {
  if (action === 'kms:UntagResource') {
    builder.setAll('aws:TagKeys', listParameter(parameters, 'TagKeys'), {
      kind: 'parameter',
      name: 'TagKeys',
    });
  }
  if (action !== 'kms:TagResource' && action !== 'kms:CreateKey') return;
  const origin = { kind: 'parameter', name: 'Tags' } as const;
  const tags = own(parameters, 'Tags');
  const names: string[] = [];
  for (const tag of isList(tags) ? tags : []) {
    const name = asText(memberParameter(tag, 'TagKey'));
    if (name === undefined) continue;
    names.push(name);
    builder.set(`aws:RequestTag/${name}`, asText(memberParameter(tag, 'TagValue')) ?? '', origin);
  }
  builder.setAll('aws:TagKeys', names, origin);
}
