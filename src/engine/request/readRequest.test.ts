import { describe, expect, test } from 'vitest';
import {
  asked as ask,
  ACCOUNT,
  checksOf,
  KEY,
  OTHER_KEY,
  valueOf,
  WORKER,
  type Fields,
} from './testing/requests.ts';

const FOREIGN = 'arn:aws:kms:us-west-2:444455556666:key/aaaabbbb-12ab-34cd-56ef-1234567890ab';
const keys = [
  { arn: KEY, aliases: ['alias/first', 'alias/both'] },
  { arn: OTHER_KEY, aliases: ['alias/second'] },
  { arn: FOREIGN, aliases: ['alias/theirs', 'alias/both'] },
];
const asked = (request: Fields, scenario: Fields = { keys }) => ask(request, scenario);

describe('what cannot be asked', () => {
  test.each([
    ['Decrypt', /^action: `Decrypt` is not an action: write one such as `kms:Decrypt`\.$/],
    [':Decrypt', /^action: /],
    ['kms:', /^action: /],
    ['kms:De*', /^action: /],
    ['kms:De crypt', /^action: /],
    ['kms:Decript', /^action: KMS has no operation `kms:Decript`\.$/],
  ])('%j', (action, expected) => {
    expect(asked({ action })).toMatch(expected);
  });

  test('what KMS does itself, but for its role (KMS-166)', () => {
    const action = 'kms:SynchronizeMultiRegionKey';
    expect(asked({ action })).toBe(
      'action: `kms:SynchronizeMultiRegionKey` is no operation to call: KMS does it itself, with its service-linked role.',
    );
    expect(asked({ action, principal: WORKER })).toMatch(/^action: /);
    const principal = `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForKeyManagementServiceMultiRegionKeys/s`;
    expect(asked({ action, principal })).toEqual([`${action} ${KEY}`]);
  });

  test('a principal that is none', () => {
    expect(asked({ principal: 'Alice' })).toMatch(/^principal: `Alice` is neither/);
  });

  test('a ReEncrypt that does not say where to', () => {
    expect(asked({ action: 'kms:ReEncrypt' })).toMatch(/^parameters: ReEncrypt needs `DestinationKeyId`/);
  });
});

describe('actions of other services', () => {
  test.each<[string, Fields, Fields, string | undefined]>([
    [
      'an ARN that names its account',
      { resource: 'arn:aws:sqs:us-west-2:444455556666:q' },
      {},
      '444455556666',
    ],
    ['an ARN that does not', { resource: 'arn:aws:s3:::b/o' }, {}, ACCOUNT],
    [
      'a resource of the scenario',
      { resource: 'arn:aws:s3:::b/o' },
      { resources: [{ arn: 'arn:aws:s3:::b/*', account: '444455556666' }] },
      '444455556666',
    ],
    ['no resource', {}, {}, ACCOUNT],
  ])('%s', (_, request, scenario, expected) => {
    const [check] = checksOf({ action: 's3:GetObject', ...request }, scenario);
    expect(check?.resourceAccount).toBe(expected);
    expect(check?.target.kind).toBe('resource' in request ? 'resource' : 'none');
    expect(valueOf(check, 'kms:CallerAccount')).toBeNull();
  });

  test('a KMS action on a resource of another service asks for no key', () => {
    expect(asked({ action: 'kms:Decrypt', resource: 'arn:aws:s3:::b/o' })).toEqual([
      'kms:Decrypt arn:aws:s3:::b/o',
    ]);
  });

  test('are made by whoever makes them', () => {
    expect(checksOf({ principal: WORKER, action: 's3:ListAllMyBuckets' })[0]?.caller).toMatchObject({
      arn: WORKER,
    });
  });
});
