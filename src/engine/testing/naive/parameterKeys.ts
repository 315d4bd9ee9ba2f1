import { type NaiveContext, put } from './context.ts';
import { type JsonObject, listed, memberOf, textOf, textsOf } from './plain.ts';

interface Row {
  readonly key: string;
  readonly actions: RegExp;
  readonly parameter: string;
  /** KMS-132, U-13: what a condition sees where the parameter is omitted. */
  readonly standard?: string;
}

/** The spec's table 5.1: condition keys that are one parameter of the request. */
const rows: readonly Row[] = [
  {
    key: 'BypassPolicyLockoutSafetyCheck',
    actions: /^(CreateKey|PutKeyPolicy)$/,
    parameter: 'BypassPolicyLockoutSafetyCheck',
  },
  { key: 'DataKeyPairSpec', actions: /^GenerateDataKeyPair/, parameter: 'KeyPairSpec' },
  {
    key: 'EncryptionAlgorithm',
    actions: /^(En|De)crypt$/,
    parameter: 'EncryptionAlgorithm',
    standard: 'SYMMETRIC_DEFAULT',
  },
  {
    key: 'EncryptionAlgorithm',
    actions: /^ReEncryptFrom$/,
    parameter: 'SourceEncryptionAlgorithm',
    standard: 'SYMMETRIC_DEFAULT',
  },
  {
    key: 'EncryptionAlgorithm',
    actions: /^ReEncryptTo$/,
    parameter: 'DestinationEncryptionAlgorithm',
    standard: 'SYMMETRIC_DEFAULT',
  },
  { key: 'EncryptionAlgorithm', actions: /^GenerateDataKey/, parameter: '', standard: 'SYMMETRIC_DEFAULT' },
  { key: 'ExpirationModel', actions: /^ImportKeyMaterial$/, parameter: 'ExpirationModel' },
  { key: 'GranteePrincipal', actions: /^CreateGrant$/, parameter: 'GranteePrincipal' },
  { key: 'GranteeServicePrincipal', actions: /^CreateGrant$/, parameter: 'GranteeServicePrincipal' },
  { key: 'RetiringPrincipal', actions: /^CreateGrant$/, parameter: 'RetiringPrincipal' },
  { key: 'RetiringServicePrincipal', actions: /^CreateGrant$/, parameter: 'RetiringServicePrincipal' },
  { key: 'KeyAgreementAlgorithm', actions: /^DeriveSharedSecret$/, parameter: 'KeyAgreementAlgorithm' },
  { key: 'KeyOrigin', actions: /^CreateKey$/, parameter: 'Origin', standard: 'AWS_KMS' },
  { key: 'KeySpec', actions: /^CreateKey$/, parameter: 'KeySpec', standard: 'SYMMETRIC_DEFAULT' },
  {
    key: 'CustomerMasterKeySpec',
    actions: /^CreateKey$/,
    parameter: 'KeySpec',
    standard: 'SYMMETRIC_DEFAULT',
  },
  { key: 'KeyUsage', actions: /^CreateKey$/, parameter: 'KeyUsage', standard: 'ENCRYPT_DECRYPT' },
  {
    key: 'CustomerMasterKeyUsage',
    actions: /^CreateKey$/,
    parameter: 'KeyUsage',
    standard: 'ENCRYPT_DECRYPT',
  },
  { key: 'MultiRegion', actions: /^CreateKey$/, parameter: 'MultiRegion', standard: 'false' },
  { key: 'MacAlgorithm', actions: /^(Generate|Verify)Mac$/, parameter: 'MacAlgorithm' },
  { key: 'MessageType', actions: /^(Sign|Verify)$/, parameter: 'MessageType', standard: 'RAW' },
  { key: 'SigningAlgorithm', actions: /^(Sign|Verify)$/, parameter: 'SigningAlgorithm' },
  { key: 'PrimaryRegion', actions: /^UpdatePrimaryRegion$/, parameter: 'PrimaryRegion' },
  { key: 'ReplicaRegion', actions: /^ReplicateKey$/, parameter: 'ReplicaRegion' },
  {
    key: 'RotationPeriodInDays',
    actions: /^EnableKeyRotation$/,
    parameter: 'RotationPeriodInDays',
    standard: '365',
  },
  {
    key: 'ScheduleKeyDeletionPendingWindowInDays',
    actions: /^ScheduleKeyDeletion$/,
    parameter: 'PendingWindowInDays',
    standard: '30',
  },
  { key: 'WrappingAlgorithm', actions: /^GetParametersForImport$/, parameter: 'WrappingAlgorithm' },
  { key: 'WrappingKeySpec', actions: /^GetParametersForImport$/, parameter: 'WrappingKeySpec' },
];

/** Condition keys that follow from the parameters of the request. */
export function parameterKeys(context: NaiveContext, action: string, parameters: JsonObject): void {
  if (!action.startsWith('kms:')) return;
  const name = action.slice('kms:'.length);
  for (const { key, actions, parameter, standard } of rows)
    if (actions.test(name)) put(context, `kms:${key}`, textOf(parameters[parameter]) ?? standard);
  // INF in table 5.1: a new multi-Region key is a primary.
  if (name === 'CreateKey' && textOf(parameters['MultiRegion']) === 'true')
    put(context, 'kms:MultiRegionKeyType', 'PRIMARY');
  if (name === 'CreateGrant') grantKeys(context, parameters);
  if (name === 'CreateKey' || name === 'TagResource') tagKeys(context, parameters);
  if (name === 'UntagResource') putList(context, 'aws:TagKeys', textsOf(parameters['TagKeys']));
}

function putList(context: NaiveContext, key: string, values: readonly string[]): void {
  if (values.length > 0) put(context, key, values);
}

function grantKeys(context: NaiveContext, parameters: JsonObject): void {
  putList(context, 'kms:GrantOperations', textsOf(parameters['Operations']));
  const constraints = parameters['Constraints'];
  put(context, 'kms:GrantConstraintSourceArn', textOf(memberOf(constraints, 'SourceArn')));
}

/** KMS-133. */
function tagKeys(context: NaiveContext, parameters: JsonObject): void {
  const tags = listed(parameters['Tags']).flatMap((tag) => {
    const key = textOf(memberOf(tag, 'TagKey'));
    return key === undefined ? [] : [[key, textOf(memberOf(tag, 'TagValue'))] as const];
  });
  for (const [key, value] of tags) put(context, `aws:RequestTag/${key}`, value);
  putList(
    context,
    'aws:TagKeys',
    tags.map(([key]) => key),
  );
}
