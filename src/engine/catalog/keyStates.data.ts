import type { KeyState, KeyStateFootnote } from './keyState.ts';

/** The columns of the table. PendingReplicaDeletion shares the one of PendingDeletion. */
export const keyStateColumns: readonly KeyState[] = [
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'Unavailable',
  'Creating',
  'Updating',
];

/** Source of the table and its footnotes. */
export const keyStateSource = 'DG26:key-state; INF where marked ~';

export const keyStateFootnotes: Readonly<Record<number, KeyStateFootnote>> = {
  1: { error: 'DisabledException', because: 'is disabled' },
  2: { error: 'DisabledException', because: 'is pending deletion' },
  3: { error: 'KMSInvalidStateException', because: 'is pending deletion' },
  4: { error: 'KMSInvalidStateException', because: 'is not pending deletion' },
  5: {
    error: 'KMSInvalidStateException',
    because: 'is waiting for key material to be imported',
  },
  6: {
    error: 'UnsupportedOperationException',
    because: 'has imported key material, which this operation does not support',
  },
  7: {
    error: 'UnsupportedOperationException',
    because: 'is in a custom key store, where this operation is not supported',
    when: 'customKeyStore',
  },
  8: {
    error: 'KMSInvalidStateException',
    because: 'is pending deletion and takes no key material',
    when: 'importedMaterial',
  },
  9: {
    error: 'UnsupportedOperationException',
    because: 'cannot have imported key material',
    when: 'noImportedMaterial',
  },
  10: { error: 'KMSInvalidStateException', because: 'is pending deletion', when: 'target' },
  11: {
    error: 'KMSInvalidStateException',
    because: 'is unavailable, as its custom key store is disconnected',
  },
  12: { because: 'keeps its state until it is available again' },
  13: { because: 'stays pending deletion even while its custom key store is disconnected' },
  14: { error: 'KMSInvalidStateException', because: 'is still being created' },
  15: { error: 'KMSInvalidStateException', because: 'is being updated' },
};

/**
 * The key state table (KMS-250, KMS-252). A row has a cell for each column: `ok`, `no` (fails), `?` (depends on the key) or
 * `na`, then footnotes; `~` marks what is inferred. For "[2] or [3]" the one usually seen in practice comes first.
 */
export const keyStateTable: Readonly<Record<string, string>> = {
  CancelKeyDeletion: 'no:4 no:4 ok no:4 no:4,13 no:4 no:4',
  CreateAlias: 'ok ok no:3 ok ok ok ok',
  CreateGrant: 'ok no:1 no:3,2 no:5 ok no:14 ok',
  Decapsulate: 'ok no:1 no:3,2 no:5~ na no:14~ ok~',
  Decrypt: 'ok no:1 no:3,2 no:5 no:11 no:14 ok',
  DeleteAlias: 'ok ok ok ok ok ok ok',
  DeleteImportedKeyMaterial: 'ok:9 ok:9 ok:9 ok na no:14 no:15',
  DeriveSharedSecret: 'ok no:1 no:3,2 no:5 na no:14 ok',
  DescribeKey: 'ok ok ok ok ok ok ok',
  DisableKey: 'ok ok no:3 no:5 ok:12 no:14 no:15',
  DisableKeyRotation: '?:7 no:1,7 no:3,7 no:6 no:7 no:14 ?:7',
  EnableKey: 'ok ok no:3 no:5 ok:12 no:14 no:15',
  EnableKeyRotation: '?:7 no:1,7 no:3,7 no:6 no:7 no:14 ?:7',
  Encapsulate: 'ok no:1 no:3,2 no:5~ na no:14~ ok~',
  Encrypt: 'ok no:1 no:3,2 no:5 no:11 no:14 ok',
  GenerateDataKey: 'ok no:1 no:3,2 no:5 no:11 no:14 ok',
  GenerateDataKeyPair: 'ok no:1 no:3,2 no:5 no:7 no:14 ok',
  GenerateDataKeyPairWithoutPlaintext: 'ok no:1 no:3,2 no:5 no:7 no:14 ok',
  GenerateDataKeyWithoutPlaintext: 'ok no:1 no:3,2 no:5 no:11 no:14 ok',
  GenerateMac: 'ok no:1 no:3,2 no:5 na no:14 ok',
  GetKeyLastUsage: 'ok~ ok~ ok~ ok~ ok~ ok~ ok~',
  GetKeyPolicy: 'ok ok ok ok ok ok ok',
  GetKeyRotationStatus: '?:7 ?:7 ?:7 no:6 no:7 ?:7 ?:7',
  GetParametersForImport: '?:9 ?:9 no:8,9 ok no:9 no:14 no:15',
  GetPublicKey: 'ok ok no:3,2 ok na no:14 ok',
  ImportKeyMaterial: '?:9 ?:9 no:9 ok no:9 no:14 ok',
  ListGrants: 'ok ok ok ok ok ok ok',
  ListKeyPolicies: 'ok ok ok ok ok ok ok',
  ListKeyRotations: '?:7 ?:7 ?:7 ok no:7 ?:7 ?:7',
  ListResourceTags: 'ok ok ok ok ok ok ok',
  PutKeyPolicy: 'ok ok ok ok ok ok ok',
  ReEncryptFrom: 'ok no:1 no:3,2 no:5 no:11 no:14 ok',
  ReEncryptTo: 'ok no:1 no:3,2 no:5 no:11 no:14 ok',
  ReplicateKey: 'ok no:1 no:3,2 no:5 na no:14 no:15',
  RetireGrant: 'ok ok ok ok ok ok ok',
  RevokeGrant: 'ok ok ok ok ok ok ok',
  RotateKeyOnDemand: '?:7 no:1,7 no:3,7 no:5 no:7 no:14 ?:7',
  ScheduleKeyDeletion: 'ok ok no:3 ok ok ok no:15',
  Sign: 'ok no:1 no:3,2 no:5 na no:14 ok',
  TagResource: 'ok ok no:3 ok ok ok ok',
  UntagResource: 'ok ok no:3 ok ok ok ok',
  UpdateAlias: 'ok ok ?:10 ok ok ok ok',
  UpdateKeyDescription: 'ok ok no:3 ok ok ok ok',
  UpdatePrimaryRegion: 'ok no:1 no:3,2 no:5 na no:14 ok',
  Verify: 'ok no:1 no:3,2 no:5 na no:14 ok',
  VerifyMac: 'ok no:1 no:3,2 no:5 na no:14 ok',
};
