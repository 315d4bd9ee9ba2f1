/** What the naive evaluator has to know about an operation of KMS: its own reading of the spec's table 6.1 and KMS-030 to KMS-034. */
export interface NaiveAction {
  readonly name: string;
  readonly on: 'key' | 'alias' | 'nothing';
  readonly crossAccount: boolean;
  /** Which identifiers name the key (KMS-031, KMS-034, KMS-074). */
  readonly identifier: 'keyOrAlias' | 'key' | 'keyArn';
  /** The parameter that names the key. */
  readonly parameter: string;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Cryptographic operations on a key (table 6.1, class crypto). */
const cryptographic = words(`Encrypt Decrypt ReEncrypt ReEncryptFrom ReEncryptTo GenerateDataKey
  GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateMac VerifyMac Sign
  Verify DeriveSharedSecret Encapsulate Decapsulate`);

/** KMS-030. */
const alsoForOthers = words(
  `GetPublicKey DescribeKey GetKeyRotationStatus CreateGrant ListGrants RevokeGrant RetireGrant`,
);

/** Table 6.1: resource column "key", beyond those above. */
const atHome = words(`CancelKeyDeletion DeleteImportedKeyMaterial DisableKey DisableKeyRotation EnableKey
  EnableKeyRotation GetKeyLastUsage GetKeyPolicy GetParametersForImport ImportKeyMaterial ListKeyPolicies
  ListKeyRotations ListResourceTags PutKeyPolicy ReplicateKey RotateKeyOnDemand ScheduleKeyDeletion
  SynchronizeMultiRegionKey TagResource UntagResource UpdateKeyDescription UpdatePrimaryRegion`);

/** Resource column "alias + key". */
const onAliases = words('CreateAlias DeleteAlias UpdateAlias');

/** Resource column "none" (KMS-023). */
const onNothing = words(`ConnectCustomKeyStore CreateCustomKeyStore CreateKey DeleteCustomKeyStore
  DescribeCustomKeyStores DisconnectCustomKeyStore GenerateRandom ListAliases ListKeys ListRetirableGrants
  UpdateCustomKeyStore`);

const parameters: Readonly<Record<string, string>> = {
  ReEncrypt: 'SourceKeyId',
  CreateAlias: 'TargetKeyId',
  UpdateAlias: 'TargetKeyId',
  DeleteAlias: 'AliasName',
};

function row(name: string): NaiveAction {
  const foreign = cryptographic.includes(name) || alsoForOthers.includes(name);
  return {
    name: `kms:${name}`,
    on: onNothing.includes(name) ? 'nothing' : onAliases.includes(name) ? 'alias' : 'key',
    crossAccount: foreign,
    identifier: identifierOf(name),
    parameter: parameters[name] ?? 'KeyId',
  };
}

/** KMS-034: alias names for cryptographic operations, DescribeKey and GetPublicKey alone. */
function identifierOf(name: string): NaiveAction['identifier'] {
  if (cryptographic.includes(name) || name === 'DescribeKey' || name === 'GetPublicKey') return 'keyOrAlias';
  return name === 'RetireGrant' ? 'keyArn' : 'key';
}

const all = [...cryptographic, ...alsoForOthers, ...atHome, ...onAliases, ...onNothing];

/** Finds an operation by its name, which ignores case (IAM-050). */
export function findNaiveAction(name: string): NaiveAction | undefined {
  const known = all.find((one) => `kms:${one}`.toLowerCase() === name.toLowerCase());
  return known === undefined ? undefined : row(known);
}

/** The parameter with the encryption context, where the operation takes one (KMS-100, KMS-113). */
export function encryptionContextParameter(action: string): string | undefined {
  if (action === 'kms:ReEncryptFrom') return 'SourceEncryptionContext';
  if (action === 'kms:ReEncryptTo') return 'DestinationEncryptionContext';
  const takesOne = /^kms:(Encrypt|Decrypt|GenerateDataKey(Pair)?(WithoutPlaintext)?)$/.test(action);
  return takesOne ? 'EncryptionContext' : undefined;
}

/** Cryptographic operations, DescribeKey and GetPublicKey (table 5.1, `kms:RequestAlias`). */
export const hasRequestAlias = (action: string): boolean =>
  findNaiveAction(action)?.identifier === 'keyOrAlias';
