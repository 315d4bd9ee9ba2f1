/**
 * How CloudTrail writes single operations, where that does not follow from the API. Sources: the pages `ct-*` of the KMS
 * Developer Guide, 2023 and 2026, and the events published there.
 */

/** Parameters that no record holds (DG26:logging-using-cloudtrail): secrets, key material, and what is encrypted or signed. */
export const unlogged: ReadonlySet<string> = new Set([
  'Plaintext',
  'CiphertextBlob',
  'Ciphertext',
  'Message',
  'Mac',
  'Signature',
  'PublicKey',
  'Recipient',
  'ImportToken',
  'EncryptedKeyMaterial',
  'GrantTokens',
  'KeyStorePassword',
  'TrustAnchorCertificate',
  'XksProxyAuthenticationCredential',
]);

/** These have `requestParameters: null` whatever was sent (DG:ct-generaterandom, DG:ct-retire-grant). */
export const withoutParameters: ReadonlySet<string> = new Set(['kms:GenerateRandom', 'kms:RetireGrant']);

/** Parameters that CloudTrail writes with KMS's default where the request leaves them out. */
export const loggedDefaults: Readonly<Record<string, readonly string[]>> = {
  'kms:CreateKey': [
    'KeyUsage',
    'BypassPolicyLockoutSafetyCheck',
    'Origin',
    'KeySpec',
    'CustomerMasterKeySpec',
    'Description',
    'MultiRegion',
    'Tags',
  ],
  'kms:Decrypt': ['EncryptionAlgorithm'],
  'kms:Encrypt': ['EncryptionAlgorithm'],
  'kms:GetKeyPolicy': ['PolicyName'],
  'kms:PutKeyPolicy': ['PolicyName', 'BypassPolicyLockoutSafetyCheck'],
  'kms:ReEncrypt': ['SourceEncryptionAlgorithm', 'DestinationEncryptionAlgorithm'],
  'kms:ReplicateKey': ['BypassPolicyLockoutSafetyCheck', 'Description'],
  'kms:ScheduleKeyDeletion': ['PendingWindowInDays'],
  'kms:Sign': ['MessageType'],
  'kms:Verify': ['MessageType'],
};

/** Names that are not the API's with a small first letter. */
export const loggedNames: Readonly<Record<string, string>> = { CloudHsmClusterId: 'clusterId' };

/** Defaults that the catalog does not have, because no decision depends on them. */
export const moreDefaults: Readonly<Record<string, string | number | readonly never[]>> = {
  Description: '',
  PendingWindowInDays: 30,
  PolicyName: 'default',
  Tags: [],
};

/** About no key, and without `resources`; other operations about no key have an empty list. */
export const withoutResources: ReadonlySet<string> = new Set([
  'kms:ConnectCustomKeyStore',
  'kms:CreateCustomKeyStore',
  'kms:DeleteCustomKeyStore',
  'kms:DescribeCustomKeyStores',
  'kms:DisconnectCustomKeyStore',
  'kms:UpdateCustomKeyStore',
]);

/** Name the id of the key material that was used, since 2025 (DG26:ct-decrypt, DG26:ct-generatedatakey, DG26:ct-generatedatakeyplaintext). */
export const namesKeyMaterial: ReadonlySet<string> = new Set([
  'kms:Decrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
]);
