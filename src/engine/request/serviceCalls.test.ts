import { describe, expect, test } from 'vitest';
import { serviceUses } from '../catalog/services.data.ts';
import { callerName } from './caller.ts';
import {
  bucket,
  CLUSTER,
  DATABASE,
  OBJECT,
  object,
  QUEUE,
  regional,
  S3,
  SNAPSHOT,
  TABLE,
  VOLUME,
  serviceCallRows,
} from './testing/serviceCallRows.ts';
import {
  ACCOUNT,
  ALICE,
  checksOf,
  type Fields,
  KEY,
  OTHER_KEY,
  read,
  valueOf,
  WORKER,
} from './testing/requests.ts';

/** A request on one encrypted resource. */
function on(resource: string, request: Fields, more: Fields = {}, scenario: Fields = {}) {
  const encrypted = { arn: resource, account: ACCOUNT, encryption: { kmsKey: KEY, ...more } };
  return checksOf({ resource, ...request }, { resources: [encrypted], ...scenario }).slice(1);
}

/** The checks on the key: operation, who asks, through which service, with which encryption context. */
function calls(...args: Parameters<typeof on>) {
  return on(...args).map((check) => [
    check.action.slice('kms:'.length),
    callerName(check.caller),
    valueOf(check, 'kms:ViaService'),
    Object.fromEntries(check.grantFacts.encryptionContext),
  ]);
}

describe('what a service asks of KMS (KMS-204)', () => {
  test.each(serviceCallRows)('%s on %s %j', (action, resource, parameters, expected) => {
    expect(calls(resource, { action, parameters })).toEqual(expected);
  });

  test('every action of the table asks for something with its usual parameters', () => {
    const actions = serviceUses.flatMap((use) => use.calls.flatMap((call) => call.actions ?? []));
    expect(actions.length).toBeGreaterThan(30);
    for (const action of actions)
      expect([action, calls(QUEUE, { action }).length > 0]).toEqual([action, true]);
  });
});

describe('the encryption context', () => {
  test('of a Bucket Key is the bucket', () => {
    expect(calls(OBJECT, { action: 's3:GetObject' }, { bucketKey: true })).toEqual([
      ['Decrypt', ALICE, S3, bucket],
    ]);
    expect(calls(OBJECT, { action: 's3:GetObject' }, { bucketKey: false })).toEqual([
      ['Decrypt', ALICE, S3, object],
    ]);
    const china = OBJECT.replace('arn:aws:', 'arn:aws-cn:');
    const [, , , context] = calls(china, { action: 's3:GetObject' }, { bucketKey: true })[0] ?? [];
    expect(context).toEqual({ 'aws:s3:arn': 'arn:aws-cn:s3:::example-bucket' });
  });

  const base64 = Buffer.from('{"tenant": "ü", "n": 1}').toString('base64');
  test.each<[string, unknown, Fields]>([
    ['as S3 takes it', base64, { tenant: 'ü', n: '1', ...object }],
    ['as an object', { tenant: 'a' }, { tenant: 'a', ...object }],
    ['that tries to replace its own', { 'aws:s3:arn': 'x' }, object],
    ['that is no base64', 'tenant=a', object],
    ['that is no JSON', Buffer.from('{').toString('base64'), object],
    ['that is no text', Buffer.from([0xff, 0xfe]).toString('base64'), object],
    ['that is a list', Buffer.from('["a"]').toString('base64'), object],
  ])('with pairs of a PUT header %s', (_, header, expected) => {
    const parameters = { SSEKMSEncryptionContext: header } as Fields;
    expect(calls(OBJECT, { action: 's3:PutObject', parameters })[0]?.[3]).toEqual(expected);
    expect(calls(QUEUE, { action: 'sqs:SendMessage', parameters })[0]?.[3]).toEqual({ 'aws:sqs:arn': QUEUE });
  });

  test('a pattern or a resource without an ARN tells no value', () => {
    expect(calls('arn:aws:s3:::example-bucket/*', { action: 's3:GetObject' })[0]?.[3]).toEqual({});
    expect(calls(regional('ec2', 'volume/*'), { action: 'ec2:CreateVolume' })[0]?.[3]).toEqual({});
    expect(calls('*', { action: 's3:GetObject' })[0]?.[3]).toEqual({});
  });

  test('the condition keys say the same', () => {
    const [check] = on(OBJECT, { action: 's3:GetObject' });
    expect(valueOf(check, 'kms:EncryptionContext:aws:s3:arn')).toBe(OBJECT);
    expect(valueOf(check, 'kms:EncryptionContextKeys')).toEqual(['aws:s3:arn']);
  });
});

describe('grants that a service creates for the caller', () => {
  test('are for its resource, limited to it', () => {
    const [attach] = on(VOLUME, { action: 'ec2:AttachVolume', parameters: { InstanceId: 'i-0abc' } });
    const seen = [
      'GranteePrincipal',
      'GrantOperations',
      'GrantConstraintType',
      'EncryptionContext:aws:ebs:id',
      'GrantIsForAWSResource',
    ];
    expect(seen.map((key) => valueOf(attach, `kms:${key}`))).toEqual([
      `arn:aws:sts::${ACCOUNT}:assumed-role/aws:ec2-infrastructure/i-0abc`,
      ['Decrypt'],
      'EncryptionContextSubset',
      'vol-1a2b',
      'true',
    ]);
  });

  test('name the service of the Region', () => {
    const [, grant] = on(TABLE, { action: 'dynamodb:CreateTable' });
    expect(valueOf(grant, 'kms:GranteePrincipal')).toBe('dynamodb.us-west-2.amazonaws.com');
    expect(valueOf(grant, 'kms:EncryptionContext:aws:dynamodb:tableName')).toBe('Books');
    expect(valueOf(grant, 'kms:GrantOperations')).toContain('RetireGrant');
  });

  test('of which no page tells the content have none, and no constraint where nothing is known', () => {
    const [grant] = on(DATABASE, { action: 'rds:CreateDBInstance' });
    const absent = ['GranteePrincipal', 'GrantOperations', 'GrantConstraintType', 'EncryptionContextKeys'];
    expect(absent.map((key) => valueOf(grant, `kms:${key}`))).toEqual([null, null, null, null]);
    const [, cluster] = on(CLUSTER, { action: 'eks:CreateCluster' });
    expect(valueOf(cluster, 'kms:GrantIsForAWSResource')).toBe('false');
  });
});

describe('the request behind it', () => {
  const context = {
    'aws:SourceIp': '203.0.113.7',
    'aws:SourceVpce': 'vpce-1',
    'aws:SourceVpc': 'vpc-1',
    'aws:VpcSourceIp': '10.0.0.1',
    'aws:ResourceTag/a': 'of the object',
    'aws:RequestTag/a': 'of the object',
    'aws:TagKeys': ['a'],
    'aws:RequestedRegion': 'eu-west-1',
    'aws:SourceArn': 'arn:aws:sns:us-west-2:111122223333:news',
    'aws:SourceIdentity': 'alice',
    's3:prefix': 'a',
    'kms:EncryptionContext:tenant': 'given',
    'ec2:SourceInstanceArn': 'arn:aws:ec2:us-west-2:111122223333:instance/i-1',
  };

  test('hands on the caller, its session and its address, not the endpoint nor what is about the resource', () => {
    const [check] = on(OBJECT, {
      action: 's3:GetObject',
      principal: WORKER,
      session: { tags: { t: '1' } },
      context,
    });
    const seen = Object.keys(context).map((key) => [key, valueOf(check, key)]);
    expect(Object.fromEntries(seen)).toEqual({
      ...context,
      'aws:SourceVpce': null,
      'aws:SourceVpc': null,
      'aws:VpcSourceIp': null,
      'aws:ResourceTag/a': null,
      'aws:RequestTag/a': null,
      'aws:TagKeys': null,
      'aws:RequestedRegion': 'us-west-2',
      's3:prefix': null,
    });
    expect(valueOf(check, 'aws:PrincipalTag/t')).toBe('1');
    expect(valueOf(check, 'aws:ViaAWSService')).toBe('true');
    expect(check?.endpoint).toBeUndefined();
  });

  test('keeps the endpoint of the first hop from a service without forward access session too', () => {
    const [check] = on(CLUSTER, { action: 'eks:CreateCluster', context });
    expect(valueOf(check, 'aws:SourceVpce')).toBeNull();
    expect(check?.endpoint).toBeUndefined();
  });

  test('keeps keys of its service that stand for the session', () => {
    const [check] = on(VOLUME, { action: 'ec2:CreateVolume', context });
    expect(valueOf(check, 'ec2:SourceInstanceArn')).toBe(context['ec2:SourceInstanceArn']);
  });

  test('of a service that calls as itself hands on its source only', () => {
    const [check] = on(regional('logs', 'log-group:app'), {
      action: 'logs:PutLogEvents',
      context,
      session: { tags: { t: '1' } },
    });
    expect(valueOf(check, 'aws:SourceArn')).toBe(context['aws:SourceArn']);
    expect(valueOf(check, 'kms:EncryptionContext:tenant')).toBe('given');
    expect(valueOf(check, 'aws:SourceIp')).toBeNull();
    expect(valueOf(check, 'aws:SourceIdentity')).toBeNull();
    expect(valueOf(check, 'aws:ViaAWSService')).toBe('false');
    expect(valueOf(check, 'aws:PrincipalTag/t')).toBeNull();
  });

  test('by a service is made by that service', () => {
    expect(calls(QUEUE, { action: 'sqs:ReceiveMessage', principal: 'sns.amazonaws.com' })).toEqual([
      ['Decrypt', 'sns.amazonaws.com', null, { 'aws:sqs:arn': QUEUE }],
    ]);
    const group = regional('logs', 'log-group:app');
    expect(
      calls(group, { action: 'logs:PutLogEvents', principal: 'vpc-flow-logs.amazonaws.com' })[0]?.[1],
    ).toBe('vpc-flow-logs.amazonaws.com');
  });

  test('that came through a service makes a chain', () => {
    const [check] = on(OBJECT, { action: 's3:GetObject', viaService: 'athena.us-west-2.amazonaws.com' });
    expect(valueOf(check, 'aws:CalledVia')).toEqual(['athena.amazonaws.com', 's3.amazonaws.com']);
    expect(valueOf(check, 'aws:CalledViaFirst')).toBe('athena.amazonaws.com');
    expect(valueOf(check, 'aws:CalledViaLast')).toBe('s3.amazonaws.com');
    expect(valueOf(check, 'kms:ViaService')).toBe(S3);
  });

  test('of a copy stays under its key', () => {
    const [from, to, describeKey] = on(SNAPSHOT, { action: 'ec2:CopySnapshot' });
    expect([from, to, describeKey].map((check) => valueOf(check, 'kms:ReEncryptOnSameKey'))).toEqual([
      'true',
      'true',
      null,
    ]);
  });
});

describe('the key', () => {
  const keys = [{ arn: KEY }, { arn: OTHER_KEY, aliases: ['alias/data'] }];
  const bucketOf = (kmsKey: string) => ({
    keys,
    resources: [
      { arn: 'arn:aws:s3:::example-bucket' },
      { arn: 'arn:aws:s3:::example-bucket/*', encryption: { kmsKey } },
    ],
  });

  test.each([
    ['an ARN', OTHER_KEY],
    ['an alias in the account of the caller', 'alias/data'],
    ['a bare id', '0987dcba-09fe-87dc-65ba-ab0987654321'],
  ])('can be named by %s, which is no alias of the request', (_, kmsKey) => {
    const [, check] = checksOf({ action: 's3:GetObject', resource: OBJECT }, bucketOf(kmsKey));
    expect(check?.resource).toBe(OTHER_KEY);
    expect(valueOf(check, 'kms:RequestAlias')).toBeNull();
  });

  test('must be in the scenario', () => {
    const scenario = bucketOf('alias/none');
    expect(read({ action: 's3:GetObject', resource: OBJECT }, scenario)).toEqual({
      kind: 'problems',
      problems: [
        {
          field: 'resource',
          message: `\`${OBJECT}\` is encrypted under \`alias/none\`, and the scenario has no such key: add it to \`keys\` with its policy.`,
        },
      ],
    });
    expect(read({ action: 's3:ListBucket', resource: OBJECT }, scenario)).toMatchObject({
      kind: 'checks',
      serviceCalls: [],
    });
    expect(read({ action: 's3:GetObject', resource: 'arn:aws:s3:::example-bucket' }, scenario)).toMatchObject(
      { serviceCalls: [] },
    );
  });

  test('is asked through the Region of the resource, for buckets that of the key', () => {
    const elsewhere = QUEUE.replace('us-west-2', 'eu-west-1');
    expect(calls(elsewhere, { action: 'sqs:ReceiveMessage' })[0]?.[2]).toBe('sqs.eu-west-1.amazonaws.com');
    expect(calls(OBJECT, { action: 's3:GetObject' })[0]?.[2]).toBe(S3);
  });
});
