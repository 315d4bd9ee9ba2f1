import { describe, expect, test } from 'vitest';
import { findAction, kmsActions } from './actions.ts';
import type { KeyUsage } from './keySpec.ts';
import { keyOrigins, keySpecs, keyUsages } from './keySpecs.data.ts';
import {
  algorithmKind,
  algorithmsOfUsage,
  findKeySpec,
  grantOperationsFor,
  inCustomKeyStore,
} from './keySpecs.ts';

describe('key specs', () => {
  test.each(keySpecs.map((info) => [info.spec, info] as const))('%s is complete', (spec, info) => {
    expect(findKeySpec(spec)).toBe(info);
    expect(info.source).toMatch(/^API:CreateKey/);
    const usages = Object.entries(info.algorithms);
    expect(usages.length).toBeGreaterThan(0);
    for (const [usage, algorithms] of usages) {
      expect(keyUsages).toContain(usage);
      expect(algorithms.length).toBeGreaterThan(0);
    }
  });

  test.each<[string, KeyUsage[]]>([
    ['SYMMETRIC_DEFAULT', ['ENCRYPT_DECRYPT']],
    ['RSA_4096', ['ENCRYPT_DECRYPT', 'SIGN_VERIFY']],
    ['ECC_NIST_P384', ['SIGN_VERIFY', 'KEY_AGREEMENT']],
    ['ECC_NIST_EDWARDS25519', ['SIGN_VERIFY']],
    ['ECC_SECG_P256K1', ['SIGN_VERIFY']],
    ['HMAC_512', ['GENERATE_VERIFY_MAC']],
    ['ML_DSA_65', ['SIGN_VERIFY']],
    ['ML_KEM_768', ['ENCAPSULATE_DECAPSULATE']],
    ['SM2', ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT']],
  ])('%s may be used for %j', (spec, usages) => {
    expect(Object.keys(findKeySpec(spec)?.algorithms ?? {})).toEqual(usages);
  });

  test('are spelled exactly', () => {
    expect(findKeySpec('rsa_2048')).toBeUndefined();
    expect(keySpecs).toHaveLength(new Set(keySpecs.map(({ spec }) => spec)).size);
  });

  test.each(keyUsages)('%s has algorithms, under a parameter of operations that need the usage', (usage) => {
    expect(algorithmsOfUsage(usage).length).toBeGreaterThan(0);
    const needing = kmsActions.filter((action) => action.keyRequirement.usage === usage);
    const parameters = needing.flatMap((action) => action.parameters);
    expect(parameters.find(({ name }) => name === algorithmKind[usage])?.values).toEqual(
      algorithmsOfUsage(usage),
    );
  });

  test('algorithms of a usage come once, in the order of the key specs', () => {
    expect(algorithmsOfUsage('ENCRYPT_DECRYPT')).toEqual([
      'SYMMETRIC_DEFAULT',
      'RSAES_OAEP_SHA_1',
      'RSAES_OAEP_SHA_256',
      'SM2PKE',
    ]);
  });
});

describe('grant operations (KMS-052)', () => {
  const always = ['CreateGrant', 'DescribeKey', 'RetireGrant'];
  const symmetric = [
    'Encrypt',
    'Decrypt',
    'ReEncryptFrom',
    'ReEncryptTo',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
  ];
  const pairs = ['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'];

  test.each<[string, KeyUsage, string[]]>([
    ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', [...symmetric, ...pairs]],
    ['RSA_2048', 'ENCRYPT_DECRYPT', ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GetPublicKey']],
    ['RSA_2048', 'SIGN_VERIFY', ['Sign', 'Verify', 'GetPublicKey']],
    ['ML_DSA_44', 'SIGN_VERIFY', ['Sign', 'Verify', 'GetPublicKey']],
    ['ECC_NIST_P256', 'KEY_AGREEMENT', ['DeriveSharedSecret', 'GetPublicKey']],
    ['ML_KEM_512', 'ENCAPSULATE_DECAPSULATE', ['Encapsulate', 'Decapsulate', 'GetPublicKey']],
    ['HMAC_256', 'GENERATE_VERIFY_MAC', ['GenerateMac', 'VerifyMac']],
  ])('%s for %s', (spec, usage, expected) => {
    expect(new Set(grantOperationsFor(spec, usage, 'AWS_KMS'))).toEqual(new Set([...always, ...expected]));
  });

  test.each(['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const)('%s makes no data key pairs', (origin) => {
    expect(new Set(grantOperationsFor('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', origin))).toEqual(
      new Set([...always, ...symmetric]),
    );
    expect(inCustomKeyStore(origin)).toBe(true);
  });

  const cases = keySpecs.flatMap((info) => keyUsages.map((usage) => ({ ...info, usage })));

  test('exist exactly for the usages a spec may have', () => {
    const usable = cases.filter(
      ({ spec, usage }) => grantOperationsFor(spec, usage, 'AWS_KMS') !== undefined,
    );
    expect(usable).toEqual(cases.filter(({ algorithms, usage }) => usage in algorithms));
  });

  test('fit the key: none needs another usage or type', () => {
    const misfits = cases.flatMap(({ spec, type, usage }) =>
      (grantOperationsFor(spec, usage, 'AWS_KMS') ?? []).filter((operation) => {
        const requirement = findAction(operation)?.keyRequirement;
        return (requirement?.usage ?? usage) !== usage || requirement?.types?.includes(type) === false;
      }),
    );
    expect(misfits).toEqual([]);
  });

  test('between them, all keys have every grant operation (KMS-051)', () => {
    const seen = cases.flatMap(({ spec, usage }) => grantOperationsFor(spec, usage, 'AWS_KMS') ?? []);
    const all = kmsActions.filter((action) => action.grantOperation).map(({ name }) => name);
    expect([...new Set(seen)].map((operation) => `kms:${operation}`).toSorted()).toEqual(all);
  });

  test('of an unknown spec are unknown', () => {
    expect(grantOperationsFor('AES_256', 'ENCRYPT_DECRYPT', 'AWS_KMS')).toBeUndefined();
    expect(keyOrigins.filter(inCustomKeyStore)).toEqual(['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']);
  });
});
