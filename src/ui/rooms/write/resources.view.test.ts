import { describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { keyChoices, keyName } from './keys.view.ts';
import {
  encryptionChoices,
  endpointCards,
  endpointIdProblem,
  ownerProblem,
  resourceArnProblem,
  resourceCards,
  throughEndpoint,
  vpcIdProblem,
} from './resources.view.ts';
import { KEY_ARN, scenarioOf, studyOf } from './testScenario.ts';

const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket/*';
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});

const scenario: Scenario = {
  ...scenarioOf(),
  vpcEndpoints: [
    { id: 'vpce-1a2b3c4d', vpc: 'vpc-11223344', policy: { id: 'endpoint/vpce-1a2b3c4d', text: policy } },
    { id: 'vpce-0a2b3c4d' },
  ],
  resources: [
    {
      arn: BUCKET,
      account: '111122223333',
      policy: { id: `resource/${BUCKET}`, text: '{' },
      encryption: { kmsKey: KEY_ARN, bucketKey: true },
    },
    { arn: 'arn:aws:sqs:us-east-1:111122223333:q', encryption: { kmsKey: 'arn:aws:kms:other' } },
    { arn: 'arn:aws:sns:us-east-1:111122223333:t' },
  ],
};
const asked = {
  principal: 'p',
  action: 'kms:Decrypt',
  name: 'n',
  context: { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
};

describe('VPC endpoints', () => {
  it('show their policy or that the default counts, and whether the request comes through them', () => {
    const [first, second] = endpointCards(scenario, asked, studyOf(scenario));
    expect(first).toMatchObject({
      kind: 'VPC endpoint in vpc-11223344',
      isAsked: true,
      policy: { id: 'endpoint/vpce-1a2b3c4d', summary: '1 statement', problem: null },
    });
    expect(second).toMatchObject({ kind: 'VPC endpoint', isAsked: false, policy: null });
  });

  it('are taken and left by the request, which is then another question', () => {
    expect(throughEndpoint(asked, null)).toEqual({ principal: 'p', action: 'kms:Decrypt' });
    const other = { ...asked, context: { 'aws:SourceIp': '192.0.2.1' } };
    expect(throughEndpoint(other, 'vpce-0a2b3c4d')).toEqual({
      principal: 'p',
      action: 'kms:Decrypt',
      context: { 'aws:SourceIp': '192.0.2.1', 'aws:SourceVpce': 'vpce-0a2b3c4d' },
    });
  });
});

describe('resources', () => {
  it('say what they are, what encrypts them, and what is wrong with their policies', () => {
    const cards = resourceCards(scenario, studyOf(scenario));
    expect(cards.map(({ kind, details }) => [kind, details])).toEqual([
      [
        'Amazon S3',
        'in 111122223333, encrypted under 1234abcd-12ab-34cd-56ef-1234567890ab, with a Bucket Key',
      ],
      ['sqs', 'encrypted under arn:aws:kms:other'],
      ['sns', 'not encrypted under a KMS key'],
    ]);
    expect(cards[0]?.policy).toMatchObject({
      name: 'Bucket policy',
      problem: expect.stringMatching(/error/),
    });
  });

  it('can be encrypted under the keys of the scenario, and stay under another', () => {
    expect(encryptionChoices(scenario, KEY_ARN).map(({ id }) => id)).toEqual(['none', KEY_ARN]);
    expect(encryptionChoices(scenario, 'arn:other').map(({ id }) => id)).toEqual([
      'none',
      KEY_ARN,
      'arn:other',
    ]);
  });
});

describe('several keys', () => {
  it('are told apart by alias or id, with their place', () => {
    const [key] = scenario.keys;
    const second = { arn: KEY_ARN.replace('us-east-1', 'eu-west-1'), policy: { id: 'key:2', text: '' } };
    const two = { ...scenario, keys: key === undefined ? [] : [{ ...key, aliases: ['alias/a'] }, second] };
    expect(keyChoices(two)).toEqual([
      {
        id: 'key',
        text: 'alias/a',
        secondary: 'us-east-1 in 111122223333, meant where a request names no key',
      },
      { id: 'key:2', text: '1234abcd-12ab-34cd-56ef-1234567890ab', secondary: 'eu-west-1 in 111122223333' },
    ]);
    expect(keyName(two, 'key')).toBe('alias/a');
    expect(keyName({ ...scenario, keys: [] }, 'key')).toBe('the key');
  });
});

describe('ids', () => {
  it.each<[string, string | null, RegExp | null]>([
    ['a short endpoint id', endpointIdProblem('vpce-1a2b3c4d', []), null],
    ['a long endpoint id', endpointIdProblem('vpce-0123456789abcdef0', []), null],
    ['an endpoint id with other letters', endpointIdProblem('vpce-1a2b3c4z', []), /hexadecimal/],
    ['an endpoint that is here', endpointIdProblem('vpce-1a2b3c4d', ['vpce-1a2b3c4d']), /here already/],
    ['no VPC', vpcIdProblem(''), null],
    ['an endpoint as a VPC', vpcIdProblem('vpce-1a2b3c4d'), /VPC id/],
    ['a bucket', resourceArnProblem(BUCKET, []), null],
    ['a resource that is here', resourceArnProblem(BUCKET, [BUCKET]), /here already/],
    ['a key', resourceArnProblem(KEY_ARN, []), /tabs of their own/],
    ['a bucket by its name', resourceArnProblem('amzn-s3-demo-bucket', []), /has an ARN/],
    ['no owner', ownerProblem(''), null],
    ['an owner by name', ownerProblem('payments'), /12 digits/],
  ])('of %s', (_, problem, expected) => {
    if (expected === null) expect(problem).toBeNull();
    else expect(problem).toMatch(expected);
  });
});
