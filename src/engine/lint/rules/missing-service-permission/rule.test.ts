import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
import {
  ACCOUNT,
  allow,
  type Around,
  DELEGATION,
  fixed,
  KEY_ARN,
  lintPolicy,
  lintScenario,
  policyOf,
  said,
  saidIn,
  scenarioWith,
} from '#engine/lint/testing/lint.ts';
import { applyEdits } from '#engine/whatIf/edit.ts';
import { missingServicePermission as rule } from './rule.ts';

const service = (name: string, different: object = {}) =>
  allow({
    Principal: { Service: `${name}.amazonaws.com` },
    Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
    Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
    ...different,
  });
const trail = {
  Condition: { StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:1:trail/*' } },
};

describe('a service that the key policy names', () => {
  it.each([
    [
      'CloudWatch that cannot decrypt',
      service('cloudwatch', { Action: 'kms:GenerateDataKey' }),
      'cloudwatch',
    ],
    ['Budgets that only decrypts', service('budgets', { Action: 'kms:Decrypt' }), 'budgets'],
    ['SNS that only encrypts', service('sns', { Action: ['kms:Encrypt', 'kms:GenerateDataKey'] }), 'sns'],
  ])('is reported: %s', (_, statement, name) => {
    expect(said(rule, [DELEGATION, statement])).toEqual([
      `SERVICE_PERMISSION_INCOMPLETE "${name}.amazonaws.com"`,
    ]);
    const { policy } = fixed(rule, [DELEGATION, statement]);
    expect(said(rule, policy)).toEqual([]);
  });

  it.each([
    ['CloudWatch with both', [service('cloudwatch')]],
    [
      'EventBridge with both, in two statements',
      [service('events', { Action: 'kms:Decrypt' }), service('events', { Action: 'kms:GenerateDataKey' })],
    ],
    [
      'what another statement allows everyone',
      [service('sns', { Action: 'kms:Decrypt' }), allow({ Principal: '*', Action: 'kms:GenerateDataKey' })],
    ],
    ['S3, which has other uses for a key', [service('s3', { Action: 'kms:GenerateDataKey' })]],
    ['CloudTrail that is not for trails', [service('cloudtrail', { Action: 'kms:GenerateDataKey' })]],
    ['a Deny', [service('cloudwatch', { Effect: 'Deny', Action: 'kms:Decrypt' })]],
    ['actions that are not of KMS', [service('cloudwatch', { Action: 'sns:Publish' })]],
  ])('is fine: %s', (_, statements) => {
    expect(said(rule, [DELEGATION, ...statements])).toEqual([]);
  });

  it.each([
    ['alone', {}, ['Also allow `kms:GenerateDataKey`']],
    ['beside others', { Principal: { Service: 'sns.amazonaws.com', AWS: ACCOUNT } }, []],
    ['by what is left out', { Action: undefined, NotAction: 'kms:Generate*' }, []],
  ])('named %s is helped in its statement or not', (_, different, titles) => {
    const statement = service('sns', { Action: 'kms:Decrypt', ...different });
    const found = lintPolicy([DELEGATION, statement]).filter((one) => one.rule === rule.name);
    expect(found.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual(titles);
  });

  const decrypts = service('sns', { Action: 'kms:Decrypt' });
  const forTrails = (operator: string) => ({
    Action: 'kms:GenerateDataKey',
    Condition: { [operator]: trail.Condition.StringLike },
  });

  it.each([
    ['it is denied', [decrypts, service('sns', { Effect: 'Deny', Action: 'kms:GenerateDataKey' })], 1],
    ['another is allowed', [decrypts, service('sqs', { Action: 'kms:GenerateDataKey' })], 1],
    [
      'it is allowed beside others',
      [
        decrypts,
        service('sns', {
          Principal: { AWS: ACCOUNT, Service: 'sns.amazonaws.com' },
          Action: 'kms:GenerateDataKey',
        }),
      ],
      0,
    ],
    [
      'all but some are allowed',
      [decrypts, allow({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT }, Action: 'kms:*' })],
      0,
    ],
    ['another service is for trails', [service('s3', { ...trail, Action: 'kms:GenerateDataKey*' })], 0],
    [
      'only a Deny is for trails',
      [
        service('cloudtrail', { Action: 'kms:GenerateDataKey' }),
        service('cloudtrail', { ...trail, Effect: 'Deny', Action: 'kms:GenerateDataKey' }),
      ],
      0,
    ],
    ['the trails are those left out', [service('cloudtrail', forTrails('StringNotLike'))], 0],
    ['the trail may be missing', [service('cloudtrail', forTrails('StringLikeIfExists'))], 0],
  ])('is reported or not where %s', (_, statements, count) => {
    expect(said(rule, [DELEGATION, ...statements])).toHaveLength(count);
  });

  it('is not let by what is allowed to every user and role', () => {
    const everyone = allow({ Principal: { AWS: '*' }, Action: 'kms:GenerateDataKey' });
    expect(said(rule, [service('sns', { Action: 'kms:Decrypt' }), everyone])).toHaveLength(1);
  });

  it('of trails is let describe the key in a statement without an encryption context', () => {
    const statement = service('cloudtrail', { ...trail, Action: 'kms:GenerateDataKey*' });
    expect(said(rule, [DELEGATION, statement])).toEqual([
      'CLOUDTRAIL_CANNOT_DESCRIBE_KEY "cloudtrail.amazonaws.com"',
    ]);
    const { policy } = fixed(rule, [DELEGATION, statement]);
    expect(said(rule, policy)).toEqual([]);
    expect(policy).toMatchObject({
      Statement: [{}, {}, { Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'kms:DescribeKey' }],
    });
  });
});

const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:alerts`;
const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;

function destination(
  arn: string,
  publisher: string,
  key: readonly object[],
  { kmsKey = KEY_ARN, action = arn === TOPIC ? 'sns:Publish' : 'sqs:*' } = {},
  metadata?: Around['metadata'],
): Scenario {
  const statement = service(publisher, { Action: action, Resource: arn, Condition: undefined });
  const policy = { id: `resource/${arn}`, text: JSON.stringify(policyOf([statement])) };
  return scenarioWith(JSON.stringify(policyOf(key)), {
    ...(metadata && { metadata }),
    scenario: { resources: [{ arn, policy, encryption: { kmsKey } }] },
  });
}

describe('a service that may send to an encrypted topic or queue', () => {
  it.each([
    [TOPIC, 'cloudwatch', { StringEquals: { 'aws:SourceAccount': ACCOUNT } }],
    [TOPIC, 'events', { StringLike: { 'kms:EncryptionContext:aws:sns:topicArn': TOPIC } }],
    [QUEUE, 'events', { StringEquals: { 'aws:SourceAccount': ACCOUNT } }],
    [QUEUE, 'sns', { StringEquals: { 'aws:SourceAccount': ACCOUNT } }],
    [QUEUE, 's3', { StringEquals: { 'aws:SourceAccount': ACCOUNT } }],
  ])('%s: %s is reported where the key policy does not name it', (arn, publisher, Condition) => {
    const scenario = destination(arn, publisher, [DELEGATION]);
    expect(saidIn(rule, scenario)).toEqual([`SERVICE_CANNOT_USE_KEY "${publisher}.amazonaws.com"`]);
    const [fix] = lintScenario(scenario).find((one) => one.rule === rule.name)?.fixes ?? [];
    const after = applyEdits({ scenario, request: { principal: '', action: '' } }, fix?.edits ?? []).scenario;
    expect(saidIn(rule, after)).toEqual([]);
    expect(JSON.parse(after.keys[0]?.policy.text ?? '')).toMatchObject({
      Statement: [DELEGATION, { Principal: { Service: `${publisher}.amazonaws.com` }, Condition }],
    });
  });

  it.each([
    ['that the key policy names', destination(TOPIC, 'cloudwatch', [DELEGATION, service('cloudwatch')])],
    ['that calls KMS with another identity', destination(TOPIC, 'codepipeline', [DELEGATION])],
    [
      'that may do something else',
      destination(TOPIC, 'cloudwatch', [DELEGATION], { action: 'sns:Subscribe' }),
    ],
    ['whose key is unknown', destination(TOPIC, 'cloudwatch', [DELEGATION], { kmsKey: 'alias/other' })],
    ['to a bucket', destination('arn:aws:s3:::logs', 's3', [DELEGATION], { action: 's3:*' })],
  ])('is fine: one %s', (_, scenario) => {
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it.each([
    ['sns', TOPIC, ['SERVICE_CANNOT_USE_KEY "events.amazonaws.com"']],
    ['sqs', QUEUE, []],
  ])('EventBridge with a source is let send to %s or not', (_, arn, expected) => {
    expect(saidIn(rule, destination(arn, 'events', [DELEGATION, service('events')]))).toEqual(expected);
    const byTopic = { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': TOPIC } };
    const bound = service('events', { Condition: byTopic });
    expect(saidIn(rule, destination(arn, 'events', [DELEGATION, bound]))).toEqual([]);
  });

  it.each([
    ['in full', { kmsKey: KEY_ARN }, {}, 1],
    ['by its id', { kmsKey: KEY_ARN.slice(-36) }, {}, 1],
    ['by an alias', { kmsKey: 'alias/orders' }, { aliases: ['alias/orders'] }, 1],
    [
      'by the ARN of an alias',
      { kmsKey: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/orders` },
      { aliases: ['alias/orders'] },
      1,
    ],
    ['by another alias', { kmsKey: 'alias/orders' }, { aliases: ['alias/other', 'alias/orders2'] }, 0],
  ])('is found where the key is named %s', (_, named, facts, count) => {
    const scenario = destination(TOPIC, 'cloudwatch', [DELEGATION], named);
    const keys = scenario.keys.map((key) => ({ ...key, ...facts }));
    expect(saidIn(rule, { ...scenario, keys })).toHaveLength(count);
  });

  it.each([
    ['a Deny', { Effect: 'Deny' }],
    ['a role', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/App` } }],
  ])('is not meant by %s', (_, different) => {
    const statement = service('cloudwatch', { Action: 'sns:Publish', Resource: TOPIC, ...different });
    const policy = { id: 'resource/topic', text: JSON.stringify(policyOf([statement])) };
    const resources = [{ arn: TOPIC, policy, encryption: { kmsKey: KEY_ARN } }];
    const scenario = scenarioWith(JSON.stringify(policyOf([DELEGATION])), { scenario: { resources } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('is told with what is missing, and let in for the owner of the destination', () => {
    const scenario = destination(TOPIC, 'cloudwatch', [DELEGATION]);
    const of = (account?: string) => {
      const owned = account === undefined ? {} : { account };
      const resources = scenario.resources.map((one) => ({
        ...one,
        arn: 'arn:aws:sns:*:*:alerts',
        ...owned,
      }));
      return lintScenario({ ...scenario, resources }).filter((one) => one.rule === rule.name);
    };
    expect(of('444455556666')[0]).toMatchObject({
      message:
        '`cloudwatch.amazonaws.com` may send to this topic, but the policy of its key does not allow `kms:GenerateDataKey` and `kms:Decrypt`: messages are lost.',
      help: 'Name the service in the key policy.',
      fixes: [{ title: 'Let `cloudwatch.amazonaws.com` use the key' }],
    });
    expect(of()[0]?.fixes).toEqual([]);
  });

  it('is told where half is allowed to everyone', () => {
    const half = allow({ Principal: '*', Action: 'kms:Decrypt' });
    expect(saidIn(rule, destination(TOPIC, 'cloudwatch', [DELEGATION, half]))).toHaveLength(1);
  });

  it('is reported once where the key policy allows half of it', () => {
    const half = service('cloudwatch', { Action: 'kms:Decrypt' });
    expect(saidIn(rule, destination(TOPIC, 'cloudwatch', [DELEGATION, half]))).toEqual([
      'SERVICE_PERMISSION_INCOMPLETE "cloudwatch.amazonaws.com"',
    ]);
  });

  it.each([
    ['the alias of the AWS managed key', { kmsKey: 'alias/aws/sqs' }, undefined],
    ['an AWS managed key', {}, { KeyManager: 'AWS' }],
  ])('has no way with %s', (_, named, metadata) => {
    const scenario = destination(QUEUE, 'sns', [DELEGATION], named, metadata);
    const found = lintScenario(scenario).filter((one) => one.rule === rule.name);
    expect(found.map(({ help, fixes }) => [help, fixes])).toEqual([
      ['Encrypt it under a customer managed key whose policy names the service.', []],
    ]);
  });
});
