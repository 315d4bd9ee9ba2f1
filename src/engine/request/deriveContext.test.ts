import { describe, expect, test } from 'vitest';
import { ContextBuilder } from './contextBuilder.ts';
import { canBePresent, inKeyPolicy, onAlias } from './deriveContext.ts';
import { ACCOUNT, checksOf, type Fields, KEY, originOf, valueOf } from './testing/requests.ts';

const S3 = { viaService: 's3.us-west-2.amazonaws.com' };

describe('how a call is made', () => {
  test.each<[Fields, string, unknown, string]>([
    [{}, 'aws:ViaAWSService', 'false', 'service'],
    [{}, 'aws:CalledVia', null, 'nothing'],
    [{}, 'kms:ViaService', null, 'nothing'],
    [S3, 'aws:ViaAWSService', 'true', 'service'],
    [S3, 'aws:CalledVia', ['s3.amazonaws.com'], 'service'],
    [S3, 'aws:CalledViaFirst', 's3.amazonaws.com', 'service'],
    [S3, 'aws:CalledViaLast', 's3.amazonaws.com', 'service'],
    [S3, 'kms:ViaService', 's3.us-west-2.amazonaws.com', 'service'],
    [{ action: 'kms:ListKeys', ...S3 }, 'kms:ViaService', null, 'nothing'],
    [{ action: 'kms:CreateKey', ...S3 }, 'kms:ViaService', 's3.us-west-2.amazonaws.com', 'service'],
    [{ action: 'kms:CreateGrant' }, 'kms:GrantIsForAWSResource', 'false', 'service'],
    [{ action: 'kms:CreateGrant', ...S3 }, 'kms:GrantIsForAWSResource', 'true', 'service'],
    [{ action: 'kms:RevokeGrant', ...S3 }, 'kms:GrantIsForAWSResource', 'true', 'service'],
    [
      { action: 'kms:CreateGrant', viaService: 'eks.us-west-2.amazonaws.com' },
      'kms:GrantIsForAWSResource',
      'false',
      'service',
    ],
    [{ ...S3 }, 'kms:GrantIsForAWSResource', null, 'nothing'],
    [{}, 'aws:RequestedRegion', 'us-west-2', 'network'],
    [{ action: 'kms:ListKeys' }, 'aws:RequestedRegion', 'us-west-2', 'network'],
    [{ action: 's3:GetObject', resource: 'arn:aws:s3:::b/o' }, 'aws:RequestedRegion', 'us-west-2', 'network'],
    [
      { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:1:q' },
      'aws:RequestedRegion',
      'eu-west-1',
      'network',
    ],
  ])('%j: %s', (request, key, value, origin) => {
    const [check] = checksOf(request);
    expect(valueOf(check, key)).toEqual(value);
    expect(originOf(check, key)).toBe(origin);
  });
});

describe('the network', () => {
  const vpcEndpoints = [{ id: 'vpce-1', vpc: 'vpc-1' }, { id: 'vpce-2' }];
  const at = (context: Fields, more: Fields = {}) => checksOf({ context, ...more }, { vpcEndpoints })[0];

  test.each<[string, Fields, Fields, string, unknown]>([
    ['an endpoint tells its VPC', { 'aws:SourceVpce': 'vpce-1' }, {}, 'aws:SourceVpc', 'vpc-1'],
    ['in any case', { 'AWS:sourcevpce': 'vpce-1' }, {}, 'aws:SourceVpc', 'vpc-1'],
    ['one that says nothing does not', { 'aws:SourceVpce': 'vpce-2' }, {}, 'aws:SourceVpc', null],
    ['one of another scenario does not', { 'aws:SourceVpce': 'vpce-3' }, {}, 'aws:SourceVpc', null],
    [
      'what is given counts',
      { 'aws:SourceVpce': 'vpce-1', 'aws:SourceVpc': 'vpc-2' },
      {},
      'aws:SourceVpc',
      'vpc-2',
    ],
    [
      'through an endpoint there is no public address',
      { 'aws:SourceVpce': 'vpce-2', 'aws:SourceIp': '203.0.113.7' },
      {},
      'aws:SourceIp',
      null,
    ],
    ['there is otherwise', { 'aws:SourceIp': '203.0.113.7' }, {}, 'aws:SourceIp', '203.0.113.7'],
    ['a service keeps the address', { 'aws:SourceIp': '203.0.113.7' }, S3, 'aws:SourceIp', '203.0.113.7'],
    ['and the endpoint not', { 'aws:SourceVpce': 'vpce-1' }, S3, 'aws:SourceVpce', null],
    ['nor its VPC', { 'aws:SourceVpce': 'vpce-1' }, S3, 'aws:SourceVpc', null],
    ['nor an address in a VPC', { 'aws:VpcSourceIp': '10.0.0.1' }, S3, 'aws:VpcSourceIp', null],
    ['nor the owner of an endpoint', { 'aws:VpceAccount': ACCOUNT }, S3, 'aws:VpceAccount', null],
    [
      'no endpoint at all is absent',
      { 'aws:SourceVpce': null, 'aws:SourceIp': '203.0.113.7' },
      {},
      'aws:SourceIp',
      '203.0.113.7',
    ],
  ])('%s', (_, context, more, key, expected) => {
    expect(valueOf(at(context, more), key)).toBe(expected);
  });

  test('a key that was taken away says why', () => {
    const through = at({ 'aws:SourceVpce': 'vpce-1', 'aws:SourceIp': '203.0.113.7' });
    expect(through?.context.entries.get('aws:sourceip')).toEqual({
      key: 'aws:SourceIp',
      state: 'absent',
      values: [],
      multivalued: false,
      origin: { kind: 'network' },
    });
    expect(originOf(at({ 'aws:SourceVpce': 'vpce-1' }, S3), 'aws:SourceVpce')).toBe('service');
  });

  test('the endpoint of a check is that of a direct call', () => {
    expect(at({ 'aws:SourceVpce': 'vpce-1' })?.endpoint).toBe('vpce-1');
    expect(at({ 'aws:SourceVpce': 'vpce-1' }, S3)?.endpoint).toBeUndefined();
    expect(at({})?.endpoint).toBeUndefined();
  });
});

test('the time comes from whoever knows it', () => {
  const [check] = checksOf({}, {}, { iso: '2026-01-01T00:00:00Z', epochSeconds: 1_767_225_600 });
  expect(valueOf(check, 'aws:CurrentTime')).toBe('2026-01-01T00:00:00Z');
  expect(valueOf(check, 'aws:EpochTime')).toBe('1767225600');
  expect(originOf(check, 'aws:EpochTime')).toBe('clock');
  expect(valueOf(checksOf({})[0], 'aws:CurrentTime')).toBeNull();
});

describe('what is given beats what is derived (IAM-143)', () => {
  test.each<[string, Fields, string, unknown, boolean]>([
    ['a text', { 'aws:principalarn': 'x' }, 'aws:PrincipalArn', 'x', false],
    ['a number', { 'aws:MultiFactorAuthAge': 7 }, 'aws:MultiFactorAuthAge', '7', false],
    ['a truth', { 'aws:SecureTransport': false }, 'aws:SecureTransport', 'false', false],
    ['nothing', { 'aws:PrincipalArn': null }, 'aws:PrincipalArn', null, false],
    ['a list of an unknown key', { 'x:y': ['a', 1, true] }, 'x:y', ['a', '1', 'true'], true],
    ['a text of an unknown key', { 'x:y': 'a' }, 'x:y', 'a', false],
    ['a text of a multivalued key', { 'aws:TagKeys': 'a' }, 'aws:TagKeys', ['a'], true],
    ['a list of a single-valued key', { 'aws:SourceIp': ['a', 'b'] }, 'aws:SourceIp', 'a', false],
    ['an empty list', { 'aws:TagKeys': [] }, 'aws:TagKeys', [], true],
  ])('%s', (_, context, key, expected, multivalued) => {
    const [check] = checksOf({ context });
    expect(valueOf(check, key)).toEqual(expected);
    expect(check?.context.entries.get(key.toLowerCase())?.multivalued).toBe(multivalued);
    expect(originOf(check, key)).toBe('given');
  });
});

describe('the key', () => {
  const metadata = { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', Origin: 'EXTERNAL', MultiRegion: true };
  const keys = [{ arn: KEY, metadata, aliases: ['alias/a', 'alias/b'], tags: { Team: 'pay' } }];

  test.each<[string, unknown, string]>([
    ['kms:KeySpec', 'RSA_2048', 'key KeySpec'],
    ['kms:CustomerMasterKeySpec', 'RSA_2048', 'key KeySpec'],
    ['kms:KeyUsage', 'SIGN_VERIFY', 'key KeyUsage'],
    ['kms:CustomerMasterKeyUsage', 'SIGN_VERIFY', 'key KeyUsage'],
    ['kms:KeyOrigin', 'EXTERNAL', 'key Origin'],
    ['kms:MultiRegion', 'true', 'key MultiRegion'],
    ['kms:MultiRegionKeyType', 'PRIMARY', 'key MultiRegionKeyType'],
    ['kms:ResourceAliases', ['alias/a', 'alias/b'], 'key aliases'],
    ['aws:ResourceTag/team', 'pay', 'key tags'],
    ['aws:ResourceAccount', ACCOUNT, 'account'],
  ])('%s', (key, value, origin) => {
    const [check] = checksOf({ action: 'kms:DescribeKey' }, { keys });
    expect(valueOf(check, key)).toEqual(value);
    expect(originOf(check, key)).toBe(origin);
  });

  test('of one Region has no type, and a key without aliases no list of them', () => {
    const [check] = checksOf({});
    expect(valueOf(check, 'kms:MultiRegion')).toBe('false');
    expect(valueOf(check, 'kms:MultiRegionKeyType')).toBeNull();
    expect(valueOf(check, 'kms:ResourceAliases')).toBeNull();
  });

  test('is seen by its own policy without aliases and tags (KMS-134)', () => {
    const [check] = checksOf({}, { keys });
    const names = [...(check?.keyPolicyContext.entries.keys() ?? [])];
    expect(names.filter((name) => /resourcealiases|resourcetag/.test(name))).toEqual([]);
    expect(names).toHaveLength((check?.context.entries.size ?? 0) - 2);
    const [plain] = checksOf({});
    expect(plain?.keyPolicyContext).toBe(plain?.context);
  });
});

test('contexts of key policies and aliases leave the rest as it is', () => {
  const context = new ContextBuilder()
    .set('kms:KeySpec', 'a', { kind: 'principal' })
    .set('aws:ResourceTag/x', 'b', { kind: 'principal' })
    .set('aws:PrincipalArn', 'c', { kind: 'principal' })
    .setAll('kms:ResourceAliases', ['d'], { kind: 'principal' })
    .build();
  expect([...inKeyPolicy(context).entries.keys()]).toEqual(['kms:keyspec', 'aws:principalarn']);
  expect([...onAlias(context).entries.keys()]).toEqual(['aws:principalarn']);
});

test.each([
  ['kms:KeySpec', 'kms:Decrypt', true],
  ['kms:KeySpec', 'kms:ListKeys', false],
  ['kms:GrantOperations', 'kms:Decrypt', false],
  ['aws:PrincipalArn', 'kms:ListKeys', true],
  ['aws:TagKeys', 'kms:Decrypt', false],
  ['nobody:knows', 'kms:Decrypt', true],
])('%s can be present in %s: %s', (key, action, expected) => {
  expect(canBePresent(key, action)).toBe(expected);
});

describe('collecting condition keys', () => {
  const principal = { kind: 'principal' } as const;
  const service = { kind: 'service' } as const;

  test('a later value replaces an earlier one, whatever the case; no value leaves it', () => {
    const builder = new ContextBuilder()
      .set('a:B', 1, principal)
      .set('A:b', true, service)
      .set('a:b', undefined, service);
    expect(builder.build().entries.get('a:b')).toEqual({
      key: 'A:b',
      state: 'present',
      values: ['true'],
      multivalued: false,
      origin: service,
    });
    expect(builder.build().otherwise).toBe('absent');
    expect([builder.has('a:B'), builder.has('a:c')]).toEqual([true, false]);
    expect(builder.keys()).toEqual(['A:b']);
  });

  test('two spellings of one source are ambiguous, and the first counts (IAM-073)', () => {
    const entry = new ContextBuilder()
      .set('a:b', '1', principal)
      .set('a:B', '2', principal)
      .build()
      .entries.get('a:b');
    expect(entry).toMatchObject({ key: 'a:b', values: ['1'], ambiguous: true });
    const same = new ContextBuilder()
      .set('a:b', '1', principal)
      .set('a:b', '2', principal)
      .build()
      .entries.get('a:b');
    expect(same).toMatchObject({ values: ['2'] });
    expect(same).not.toHaveProperty('ambiguous');
  });

  test('an empty list is no key, a dropped key is absent', () => {
    const builder = new ContextBuilder().setAll('a:b', [], principal).drop('a:c', service);
    expect(builder.build().entries.size).toBe(0);
    const dropped = builder.setAll('a:b', ['1'], principal).drop('A:B', service).build().entries.get('a:b');
    expect(dropped).toEqual({ key: 'a:b', state: 'absent', values: [], multivalued: true, origin: service });
  });

  test('a key left open is unknown unless it is known', () => {
    const builder = new ContextBuilder()
      .set('a:b', '1', principal)
      .leaveOpen('A:B')
      .leaveOpen('aws:TagKeys')
      .leaveOpen('a:c');
    expect(builder.build().entries.get('a:b')?.state).toBe('present');
    expect(builder.build().entries.get('aws:tagkeys')).toMatchObject({
      state: 'unknown',
      values: [],
      multivalued: true,
    });
    expect(builder.build().entries.get('a:c')).toMatchObject({ state: 'unknown', multivalued: false });
  });
});
