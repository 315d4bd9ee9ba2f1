import { describe, expect, test } from 'vitest';
import type { Json } from '../scenario/scenario.ts';
import { ask, KEY, OTHER_KEY, outcome, type Row, type Situation } from './testing/ask.ts';

type Fields = Readonly<Record<string, Json>>;

const on = (metadata: Fields): Situation => ({ metadata });
const call = (name: string, parameters: Fields = {}) => ({ action: `kms:${name}`, parameters });
const rsaEncryption = on({ KeySpec: 'RSA_2048' });
const rsaSigning = on({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
const hmac = on({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
const awsManaged = on({ KeyManager: 'AWS' });
const replicaKey = on({ MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' } });
const imported = on({ Origin: 'EXTERNAL' });
const invalidUsage = 'InvalidKeyUsageException KMS-250';
const unsupported = 'UnsupportedOperationException KMS-250';

const usage: readonly Row[] = [
  ['Decrypt with a symmetric key', call('Decrypt'), {}, null],
  ['Decrypt with a signing key', call('Decrypt'), rsaSigning, invalidUsage],
  ['Sign with a symmetric key', call('Sign'), {}, invalidUsage],
  ['Sign with a signing key', call('Sign'), rsaSigning, null],
  ['GenerateMac with an HMAC key', call('GenerateMac'), hmac, null],
  ['Verify with an HMAC key', call('Verify'), hmac, invalidUsage],
  ['GenerateDataKey with RSA', call('GenerateDataKey'), rsaEncryption, invalidUsage],
  ['GetPublicKey of a symmetric key', call('GetPublicKey'), {}, unsupported],
  ['GetPublicKey of RSA', call('GetPublicKey'), rsaEncryption, null],
  ['EnableKeyRotation of RSA', call('EnableKeyRotation'), rsaEncryption, unsupported],
  ['EnableKeyRotation of imported material', call('EnableKeyRotation'), imported, unsupported],
  ['ImportKeyMaterial into a key of AWS_KMS', call('ImportKeyMaterial'), {}, unsupported],
  [
    'GenerateDataKeyPair in a custom key store',
    call('GenerateDataKeyPair'),
    on({ Origin: 'AWS_CLOUDHSM' }),
    unsupported,
  ],
  [
    'ReplicateKey of a single-Region key',
    call('ReplicateKey', { ReplicaRegion: 'eu-west-1' }),
    {},
    unsupported,
  ],
  [
    'ReplicateKey of a replica',
    call('ReplicateKey', { ReplicaRegion: 'eu-west-1' }),
    replicaKey,
    unsupported,
  ],
  ['a spec nobody knows', call('GenerateDataKey'), on({ KeySpec: 'FUTURE_1' }), null],
  [
    'PutKeyPolicy of an AWS managed key',
    call('PutKeyPolicy'),
    awsManaged,
    'UnsupportedOperationException KMS-011',
  ],
  [
    'TagResource of an AWS managed key',
    call('TagResource'),
    awsManaged,
    'UnsupportedOperationException KMS-169',
  ],
  ['Decrypt with an AWS managed key', call('Decrypt'), awsManaged, null],
  ['DescribeKey of an AWS managed key', call('DescribeKey'), awsManaged, null],
];

const twoKeys = (metadata: Fields): Situation => ({ otherKeys: [{ metadata }] });
const toOther = (more: Fields = {}) =>
  call('ReEncrypt', { SourceKeyId: KEY, DestinationKeyId: OTHER_KEY, ...more });
const algorithms: readonly Row[] = [
  ['the default with a symmetric key', call('Encrypt'), {}, null],
  ['the default with RSA', call('Encrypt'), rsaEncryption, invalidUsage],
  ['one RSA has', call('Encrypt', { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }), rsaEncryption, null],
  [
    'one a symmetric key lacks',
    call('Encrypt', { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
    {},
    invalidUsage,
  ],
  ['no signing algorithm said', call('Sign'), rsaSigning, null],
  ['one for ECDSA', call('Sign', { SigningAlgorithm: 'ECDSA_SHA_256' }), rsaSigning, invalidUsage],
  ['another length', call('GenerateMac', { MacAlgorithm: 'HMAC_SHA_512' }), hmac, invalidUsage],
  ['the default of the destination', toOther(), twoKeys({ KeySpec: 'RSA_2048' }), invalidUsage],
  [
    'the algorithm of the destination',
    toOther({ DestinationEncryptionAlgorithm: 'RSAES_OAEP_SHA_1' }),
    twoKeys({ KeySpec: 'RSA_2048' }),
    null,
  ],
  [
    'the algorithm of the destination at the source',
    toOther({ SourceEncryptionAlgorithm: 'RSAES_OAEP_SHA_1' }),
    twoKeys({}),
    invalidUsage,
  ],
];

const state = (KeyState: string, more: Fields = {}) => on({ KeyState, ...more });
const states: readonly Row[] = [
  ['Decrypt, Disabled', call('Decrypt'), state('Disabled'), 'DisabledException KMS-250'],
  ['Decrypt, PendingDeletion', call('Decrypt'), state('PendingDeletion'), 'KMSInvalidStateException KMS-250'],
  [
    'Decrypt, PendingImport',
    call('Decrypt'),
    state('PendingImport', { Origin: 'EXTERNAL' }),
    'KMSInvalidStateException KMS-250',
  ],
  [
    'Decrypt, Unavailable',
    call('Decrypt'),
    state('Unavailable', { Origin: 'AWS_CLOUDHSM' }),
    'KMSInvalidStateException KMS-250',
  ],
  ['Decrypt, Updating', call('Decrypt'), state('Updating', { MultiRegion: true }), null],
  ['CreateGrant, Disabled', call('CreateGrant'), state('Disabled'), 'DisabledException KMS-079'],
  ['CreateGrant, Unavailable', call('CreateGrant'), state('Unavailable', { Origin: 'AWS_CLOUDHSM' }), null],
  ['ListGrants, PendingDeletion', call('ListGrants'), state('PendingDeletion'), null],
  ['DescribeKey, Disabled', call('DescribeKey'), state('Disabled'), null],
  ['PutKeyPolicy, PendingDeletion', call('PutKeyPolicy'), state('PendingDeletion'), null],
  ['GetPublicKey, Disabled', call('GetPublicKey'), on({ KeySpec: 'RSA_2048', KeyState: 'Disabled' }), null],
  ['CancelKeyDeletion, Enabled', call('CancelKeyDeletion'), {}, 'KMSInvalidStateException KMS-250'],
  ['CancelKeyDeletion, PendingDeletion', call('CancelKeyDeletion'), state('PendingDeletion'), null],
  ['no state of KMS', call('Decrypt'), state('Asleep'), null],
  ['CreateKey asks no key', call('CreateKey'), state('Disabled'), null],
  ['ReEncrypt to a disabled key', toOther(), twoKeys({ KeyState: 'Disabled' }), 'DisabledException KMS-250'],
  ['ReEncrypt to an enabled key', toOther(), twoKeys({}), null],
  [
    'UpdateAlias to a key pending deletion',
    call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: KEY }),
    { ...state('PendingDeletion'), otherKeys: [{ aliases: ['alias/a'] }] },
    'KMSInvalidStateException KMS-250',
  ],
  [
    'UpdateAlias from a key pending deletion',
    call('UpdateAlias', { AliasName: 'alias/a', TargetKeyId: KEY }),
    { otherKeys: [{ aliases: ['alias/a'], metadata: { KeyState: 'PendingDeletion' } }] },
    null,
  ],
];

describe.each([
  { part: 'usage', rows: usage },
  { part: 'algorithm', rows: algorithms },
  { part: 'state', rows: states },
])('key $part', ({ rows }) => {
  test.each(rows)('%s', (...row) => {
    expect(outcome(row)).toBe(row[3]);
  });
});

test('UpdatePrimaryRegion asks for a primary key only of the one that is primary now', () => {
  const primary = { MultiRegion: true, MultiRegionConfiguration: { MultiRegionKeyType: 'PRIMARY' } };
  const arn = KEY.replace('us-west-2', 'eu-west-1');
  const otherKeys = [
    { arn, metadata: { ...primary, MultiRegionConfiguration: { MultiRegionKeyType: 'REPLICA' } } },
  ];
  const request = { ...call('UpdatePrimaryRegion', { PrimaryRegion: 'eu-west-1' }), resource: KEY };
  expect(ask(request, { metadata: primary, otherKeys }).error).toBeNull();
});

test('where AWS names two errors, both are said', () => {
  const { error } = ask(call('Decrypt'), state('PendingDeletion'));
  expect(error?.text).toBe(
    'The key 1234abcd-12ab-34cd-56ef-1234567890ab is pending deletion. DisabledException is possible too. AWS does not document which error.',
  );
});
