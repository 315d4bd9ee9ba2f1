import { describe, expect, test } from 'vitest';
import { kmsActions } from '../catalog/actions.ts';
import { conditionKeys, findConditionKey } from '../catalog/conditionKeys.ts';
import type { Json } from '../scenario/scenario.ts';
import { parameterRows as rows } from './testing/parameterRows.ts';
import { checksOf, KEY, originOf, OTHER_KEY, valueOf } from './testing/requests.ts';

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
