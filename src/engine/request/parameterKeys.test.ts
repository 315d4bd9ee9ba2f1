import { describe, expect, test } from 'vitest';
import { kmsActions } from '../catalog/actions.ts';
import { conditionKeys, findConditionKey } from '../catalog/conditionKeys.ts';
import type { Json } from '../scenario/scenario.ts';
import { checksOf, type Fields, KEY, originOf, OTHER_KEY, valueOf } from './testing/requests.ts';

type Row = readonly [operation: string, parameters: Fields, key: string, value: Json, origin: string];

/** Table 5.1: what each key is taken from, and what it is where the parameter is omitted. */
const rows: readonly Row[] = [
  [
    'PutKeyPolicy',
    { BypassPolicyLockoutSafetyCheck: true },
    'BypassPolicyLockoutSafetyCheck',
    'true',
    'parameter BypassPolicyLockoutSafetyCheck',
  ],
  ['PutKeyPolicy', {}, 'BypassPolicyLockoutSafetyCheck', null, 'nothing'],
  [
    'CreateKey',
    { BypassPolicyLockoutSafetyCheck: false },
    'BypassPolicyLockoutSafetyCheck',
    'false',
    'parameter BypassPolicyLockoutSafetyCheck',
  ],
  ['CreateKey', {}, 'BypassPolicyLockoutSafetyCheck', null, 'nothing'],
  ['CreateKey', {}, 'KeySpec', 'SYMMETRIC_DEFAULT', 'default KeySpec'],
  ['CreateKey', { KeySpec: 'RSA_2048' }, 'KeySpec', 'RSA_2048', 'parameter KeySpec'],
  [
    'CreateKey',
    { CustomerMasterKeySpec: 'RSA_4096' },
    'KeySpec',
    'RSA_4096',
    'parameter CustomerMasterKeySpec',
  ],
  [
    'CreateKey',
    { KeySpec: 'RSA_2048', CustomerMasterKeySpec: 'RSA_4096' },
    'KeySpec',
    'RSA_2048',
    'parameter KeySpec',
  ],
  ['CreateKey', {}, 'CustomerMasterKeySpec', 'SYMMETRIC_DEFAULT', 'default KeySpec'],
  [
    'CreateKey',
    { CustomerMasterKeySpec: 'RSA_4096' },
    'CustomerMasterKeySpec',
    'RSA_4096',
    'parameter CustomerMasterKeySpec',
  ],
  ['CreateKey', {}, 'KeyUsage', 'ENCRYPT_DECRYPT', 'default KeyUsage'],
  ['CreateKey', { KeyUsage: 'SIGN_VERIFY' }, 'KeyUsage', 'SIGN_VERIFY', 'parameter KeyUsage'],
  ['CreateKey', { KeyUsage: 'SIGN_VERIFY' }, 'CustomerMasterKeyUsage', 'SIGN_VERIFY', 'parameter KeyUsage'],
  ['CreateKey', {}, 'CustomerMasterKeyUsage', 'ENCRYPT_DECRYPT', 'default KeyUsage'],
  ['CreateKey', {}, 'KeyOrigin', 'AWS_KMS', 'default Origin'],
  ['CreateKey', { Origin: 'EXTERNAL' }, 'KeyOrigin', 'EXTERNAL', 'parameter Origin'],
  ['CreateKey', {}, 'MultiRegion', 'false', 'default MultiRegion'],
  ['CreateKey', {}, 'MultiRegionKeyType', null, 'nothing'],
  ['CreateKey', { MultiRegion: true }, 'MultiRegion', 'true', 'parameter MultiRegion'],
  ['CreateKey', { MultiRegion: true }, 'MultiRegionKeyType', 'PRIMARY', 'parameter MultiRegion'],
  ['Encrypt', {}, 'EncryptionAlgorithm', 'SYMMETRIC_DEFAULT', 'default EncryptionAlgorithm'],
  [
    'Encrypt',
    { EncryptionAlgorithm: 'SM2PKE' },
    'EncryptionAlgorithm',
    'SM2PKE',
    'parameter EncryptionAlgorithm',
  ],
  ['Decrypt', {}, 'EncryptionAlgorithm', 'SYMMETRIC_DEFAULT', 'default EncryptionAlgorithm'],
  [
    'Decrypt',
    { EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' },
    'EncryptionAlgorithm',
    'RSAES_OAEP_SHA_1',
    'parameter EncryptionAlgorithm',
  ],
  [
    'GenerateDataKey',
    { EncryptionAlgorithm: 'SM2PKE' },
    'EncryptionAlgorithm',
    'SYMMETRIC_DEFAULT',
    'default EncryptionAlgorithm',
  ],
  [
    'GenerateDataKeyWithoutPlaintext',
    {},
    'EncryptionAlgorithm',
    'SYMMETRIC_DEFAULT',
    'default EncryptionAlgorithm',
  ],
  [
    'GenerateDataKeyPair',
    { KeyPairSpec: 'ECC_NIST_P256' },
    'EncryptionAlgorithm',
    'SYMMETRIC_DEFAULT',
    'default EncryptionAlgorithm',
  ],
  [
    'GenerateDataKeyPairWithoutPlaintext',
    {},
    'EncryptionAlgorithm',
    'SYMMETRIC_DEFAULT',
    'default EncryptionAlgorithm',
  ],
  [
    'GenerateDataKeyPair',
    { KeyPairSpec: 'ECC_NIST_P256' },
    'DataKeyPairSpec',
    'ECC_NIST_P256',
    'parameter KeyPairSpec',
  ],
  [
    'GenerateDataKeyPairWithoutPlaintext',
    { KeyPairSpec: 'RSA_2048' },
    'DataKeyPairSpec',
    'RSA_2048',
    'parameter KeyPairSpec',
  ],
  ['GenerateDataKeyPair', {}, 'DataKeyPairSpec', null, 'nothing'],
  ['ImportKeyMaterial', {}, 'ExpirationModel', null, 'nothing'],
  [
    'ImportKeyMaterial',
    { ExpirationModel: 'KEY_MATERIAL_EXPIRES' },
    'ExpirationModel',
    'KEY_MATERIAL_EXPIRES',
    'parameter ExpirationModel',
  ],
  ['ImportKeyMaterial', { ValidTo: 1767225600 }, 'ValidTo', '1767225600', 'parameter ValidTo'],
  ['ImportKeyMaterial', { ValidTo: '2026-01-01T00:00:00Z' }, 'ValidTo', '1767225600', 'parameter ValidTo'],
  ['ImportKeyMaterial', { ValidTo: 'soon' }, 'ValidTo', 'soon', 'parameter ValidTo'],
  [
    'ImportKeyMaterial',
    { ValidTo: 1767225600, ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' },
    'ValidTo',
    null,
    'nothing',
  ],
  ['ImportKeyMaterial', {}, 'ValidTo', null, 'nothing'],
  [
    'DeriveSharedSecret',
    { KeyAgreementAlgorithm: 'ECDH' },
    'KeyAgreementAlgorithm',
    'ECDH',
    'parameter KeyAgreementAlgorithm',
  ],
  ['GenerateMac', { MacAlgorithm: 'HMAC_SHA_256' }, 'MacAlgorithm', 'HMAC_SHA_256', 'parameter MacAlgorithm'],
  ['VerifyMac', { MacAlgorithm: 'HMAC_SHA_512' }, 'MacAlgorithm', 'HMAC_SHA_512', 'parameter MacAlgorithm'],
  ['Sign', {}, 'MessageType', 'RAW', 'default MessageType'],
  ['Sign', { MessageType: 'DIGEST' }, 'MessageType', 'DIGEST', 'parameter MessageType'],
  [
    'Sign',
    { SigningAlgorithm: 'ECDSA_SHA_256' },
    'SigningAlgorithm',
    'ECDSA_SHA_256',
    'parameter SigningAlgorithm',
  ],
  ['Sign', {}, 'SigningAlgorithm', null, 'nothing'],
  ['Verify', {}, 'MessageType', 'RAW', 'default MessageType'],
  ['Verify', { MessageType: 'DIGEST' }, 'MessageType', 'DIGEST', 'parameter MessageType'],
  [
    'Verify',
    { SigningAlgorithm: 'ECDSA_SHA_384' },
    'SigningAlgorithm',
    'ECDSA_SHA_384',
    'parameter SigningAlgorithm',
  ],
  [
    'UpdatePrimaryRegion',
    { PrimaryRegion: 'eu-west-1' },
    'PrimaryRegion',
    'eu-west-1',
    'parameter PrimaryRegion',
  ],
  ['ReplicateKey', { ReplicaRegion: 'eu-west-1' }, 'ReplicaRegion', 'eu-west-1', 'parameter ReplicaRegion'],
  ['EnableKeyRotation', {}, 'RotationPeriodInDays', '365', 'default RotationPeriodInDays'],
  [
    'EnableKeyRotation',
    { RotationPeriodInDays: 90 },
    'RotationPeriodInDays',
    '90',
    'parameter RotationPeriodInDays',
  ],
  ['ScheduleKeyDeletion', {}, 'ScheduleKeyDeletionPendingWindowInDays', '30', 'default PendingWindowInDays'],
  [
    'ScheduleKeyDeletion',
    { PendingWindowInDays: 7 },
    'ScheduleKeyDeletionPendingWindowInDays',
    '7',
    'parameter PendingWindowInDays',
  ],
  [
    'GetParametersForImport',
    { WrappingAlgorithm: 'RSAES_OAEP_SHA_256' },
    'WrappingAlgorithm',
    'RSAES_OAEP_SHA_256',
    'parameter WrappingAlgorithm',
  ],
  [
    'GetParametersForImport',
    { WrappingKeySpec: 'RSA_4096' },
    'WrappingKeySpec',
    'RSA_4096',
    'parameter WrappingKeySpec',
  ],
  [
    'CreateGrant',
    { Operations: ['Decrypt', 'Encrypt'] },
    'GrantOperations',
    ['Decrypt', 'Encrypt'],
    'parameter Operations',
  ],
  ['CreateGrant', {}, 'GrantOperations', null, 'nothing'],
  ['CreateGrant', { GranteePrincipal: 'x' }, 'GranteePrincipal', 'x', 'parameter GranteePrincipal'],
  [
    'CreateGrant',
    { GranteeServicePrincipal: 'x' },
    'GranteeServicePrincipal',
    'x',
    'parameter GranteeServicePrincipal',
  ],
  ['CreateGrant', { RetiringPrincipal: 'x' }, 'RetiringPrincipal', 'x', 'parameter RetiringPrincipal'],
  [
    'CreateGrant',
    { RetiringServicePrincipal: 'x' },
    'RetiringServicePrincipal',
    'x',
    'parameter RetiringServicePrincipal',
  ],
  [
    'CreateGrant',
    { Constraints: { SourceArn: 'arn:x' } },
    'GrantConstraintSourceArn',
    'arn:x',
    'parameter Constraints',
  ],
  ['CreateGrant', { Constraints: { SourceArn: 'arn:x' } }, 'GrantConstraintType', null, 'nothing'],
  [
    'CreateGrant',
    { Constraints: { EncryptionContextEquals: { a: '1' } } },
    'GrantConstraintType',
    'EncryptionContextEquals',
    'parameter Constraints',
  ],
  [
    'CreateGrant',
    { Constraints: { EncryptionContextSubset: { a: '1' } } },
    'GrantConstraintType',
    'EncryptionContextSubset',
    'parameter Constraints',
  ],
  [
    'CreateGrant',
    { Constraints: { EncryptionContextSubset: { a: '1', b: '2' } } },
    'EncryptionContextKeys',
    ['a', 'b'],
    'parameter Constraints',
  ],
  [
    'CreateGrant',
    { Constraints: { EncryptionContextSubset: { a: '1' } } },
    'EncryptionContext:A',
    '1',
    'parameter Constraints',
  ],
  ['CreateGrant', { EncryptionContext: { a: '1' } }, 'EncryptionContextKeys', null, 'nothing'],
  ['CreateGrant', { Constraints: 7 }, 'GrantConstraintType', null, 'nothing'],
  [
    'Decrypt',
    { EncryptionContext: { a: '1', b: true } },
    'EncryptionContextKeys',
    ['a', 'b'],
    'parameter EncryptionContext',
  ],
  [
    'Decrypt',
    { EncryptionContext: { a: '1', b: true } },
    'EncryptionContext:b',
    'true',
    'parameter EncryptionContext',
  ],
  ['Decrypt', { EncryptionContext: {} }, 'EncryptionContextKeys', null, 'nothing'],
  ['Sign', { EncryptionContext: { a: '1' } }, 'EncryptionContextKeys', null, 'nothing'],
  ['DescribeKey', { EncryptionContext: { a: '1' } }, 'EncryptionContext:a', null, 'nothing'],
];

test.each(rows)('%s %j: kms:%s', (operation, parameters, key, value, origin) => {
  const [check] = checksOf({ action: `kms:${operation}`, parameters });
  expect(valueOf(check, `kms:${key}`)).toEqual(value);
  expect(originOf(check, `kms:${key}`)).toBe(origin);
});

describe('ReEncrypt has two of each', () => {
  const parameters = {
    SourceKeyId: KEY,
    DestinationKeyId: 'alias/second',
    SourceEncryptionContext: { from: '1' },
    DestinationEncryptionContext: { to: '2' },
    DestinationEncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
  };
  const keys = [
    { arn: KEY, aliases: ['alias/first'] },
    { arn: OTHER_KEY, aliases: ['alias/second'] },
  ];
  const [from, to] = checksOf({ action: 'kms:ReEncrypt', parameters }, { keys });

  test.each<[string, unknown, unknown]>([
    ['kms:EncryptionContextKeys', ['from'], ['to']],
    ['kms:EncryptionContext:from', '1', null],
    ['kms:EncryptionContext:to', null, '2'],
    ['kms:EncryptionAlgorithm', 'SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_256'],
    ['kms:RequestAlias', null, 'alias/second'],
    ['kms:ResourceAliases', ['alias/first'], ['alias/second']],
    ['kms:ReEncryptOnSameKey', 'false', 'false'],
  ])('%s', (key, source, destination) => {
    expect([valueOf(from, key), valueOf(to, key)]).toEqual([source, destination]);
  });

  test('on one key', () => {
    const checks = checksOf({ action: 'kms:ReEncrypt', parameters: { DestinationKeyId: KEY } });
    expect(checks.map((check) => valueOf(check, 'kms:ReEncryptOnSameKey'))).toEqual(['true', 'true']);
    expect(valueOf(checksOf({})[0], 'kms:ReEncryptOnSameKey')).toBeNull();
  });
});

describe('tags', () => {
  const Tags = [{ TagKey: 'Team', TagValue: 'pay' }, { TagKey: 'empty' }, { TagValue: 'no key' }, 'nonsense'];

  test.each(['TagResource', 'CreateKey'])('%s has those of the request', (operation) => {
    const [check] = checksOf({ action: `kms:${operation}`, parameters: { Tags } });
    expect(valueOf(check, 'aws:TagKeys')).toEqual(['Team', 'empty']);
    expect(valueOf(check, 'aws:RequestTag/team')).toBe('pay');
    expect(valueOf(check, 'aws:RequestTag/empty')).toBe('');
    expect(originOf(check, 'aws:RequestTag/empty')).toBe('parameter Tags');
  });

  test('UntagResource has the keys alone, other operations nothing', () => {
    const [untag] = checksOf({ action: 'kms:UntagResource', parameters: { TagKeys: ['a', 'b'], Tags } });
    expect(valueOf(untag, 'aws:TagKeys')).toEqual(['a', 'b']);
    expect(valueOf(untag, 'aws:RequestTag/Team')).toBeNull();
    const [describeKey] = checksOf({ action: 'kms:DescribeKey', parameters: { Tags, TagKeys: ['a'] } });
    expect(valueOf(describeKey, 'aws:TagKeys')).toBeNull();
  });
});

/** Properties of the key, and how the request is made: asked for below with a key that has everything. */
const elsewhere = [
  'kms:CallerAccount',
  'kms:ViaService',
  'kms:GrantIsForAWSResource',
  'kms:RequestAlias',
  'kms:ReEncryptOnSameKey',
];
const ofKey = [
  'kms:KeyOrigin',
  'kms:KeySpec',
  'kms:KeyUsage',
  'kms:MultiRegion',
  'kms:MultiRegionKeyType',
  'kms:ResourceAliases',
];
const onlyGiven = ['kms:RecipientAttestation', 'kms:TrailingDaysWithoutKeyUsage'];

test('every condition key of KMS is in a table of these tests, or comes from the context alone', () => {
  const tested = new Set([
    ...rows.map(([, , key]) => findConditionKey(`kms:${key}`)?.name),
    ...elsewhere,
    ...ofKey,
  ]);
  const missing = conditionKeys
    .filter(({ scope, name }) => scope === 'kms' && !tested.has(name))
    .map(({ name }) => name);
  expect(missing.filter((name) => !onlyGiven.some((prefix) => name.startsWith(prefix)))).toEqual([]);
});

test.each(kmsActions.filter(({ kind }) => kind !== 'permission').map(({ name }) => name))(
  '%s has no condition key that the reference does not give it',
  (action) => {
    const parameters: Record<string, Json> = {
      DestinationKeyId: KEY,
      AliasName: 'alias/a',
      MultiRegion: true,
      EncryptionContext: { a: '1' },
      Constraints: { EncryptionContextSubset: { a: '1' }, SourceArn: 'arn:x' },
      Operations: ['Decrypt'],
      Tags: [{ TagKey: 'a', TagValue: 'b' }],
      TagKeys: ['a'],
    };
    for (const [, some] of rows) for (const [name, value] of Object.entries(some)) parameters[name] ??= value;
    const metadata = { MultiRegion: true };
    const keys = [{ arn: KEY, metadata, aliases: ['alias/b'], tags: { a: 'b' } }];
    for (const check of checksOf(
      { action, parameters, viaService: 's3.us-west-2.amazonaws.com' },
      { keys },
    )) {
      if (!check.action.startsWith('kms:')) continue;
      const present = [...check.context.entries.values()].filter(({ state }) => state === 'present');
      const beyond = present.filter(({ key }) => {
        const known = findConditionKey(key);
        return (
          known === undefined || (known.operations !== 'any' && !known.operations.includes(check.action))
        );
      });
      expect(beyond.map(({ key }) => `${check.action} ${key}`)).toEqual([]);
    }
  },
);
