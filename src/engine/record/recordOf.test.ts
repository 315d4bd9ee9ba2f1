import { describe, expect, test } from 'vitest';
import { answerRequest } from '../explain/answerRequest.ts';
import { plain } from '../explain/phrase.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { Json } from '../scenario/scenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import type { CloudTrailRecord, JsonObject } from './record.ts';
import { recordOf } from './recordOf.ts';

type Fields = Readonly<Record<string, Json>>;

const OWNER = '111122223333';
const OTHER = '444455556666';
const KEY = `arn:aws:kms:us-west-2:${OWNER}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const APP = `arn:aws:sts::${OWNER}:assumed-role/App/i-0abc`;
const now = { iso: '2026-01-31T12:00:00Z', epochSeconds: 1_769_860_800 };

function recorded(
  request: Fields,
  more: { readonly policy?: Json; readonly endpoints?: Json } = {},
): CloudTrailRecord {
  const everyone = { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] };
  const everything = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const roles = [OWNER, OTHER].map((account) => ({
    arn: `arn:aws:iam::${account}:role/App`,
    id: `AROA${account}`,
    policies: [{ name: 'own', document: everything }],
  }));
  const { scenarios, diagnostics } = readScenario(
    JSON.stringify({
      keyway: 1,
      keys: [{ arn: KEY, aliases: ['alias/orders'], policy: more.policy ?? everyone }],
      identities: roles,
      vpcEndpoints: more.endpoints ?? [],
      requests: [{ principal: APP, action: 'kms:Decrypt', ...request }],
    }),
  );
  const [scenario] = scenarios;
  const [first] = scenario?.requests ?? [];
  if (scenario === undefined || first === undefined) throw new Error(JSON.stringify(diagnostics));
  const answered = answerRequest(buildWorld(scenario, undefined, now), first);
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems));
  return recordOf(answered.call, answered.answer.awsMessage);
}

function event(request: Fields, at = 0): JsonObject {
  const found = recorded(request).events[at]?.event;
  if (found === undefined) throw new Error('No event.');
  return found;
}

const noOne = { Statement: [] };
const app = (account: string): string => `arn:aws:sts::${account}:assumed-role/App/i-0abc`;
const notes = (record: CloudTrailRecord): string => record.notes.map(({ text }) => plain(text)).join(' ');

test('a whole event', () => {
  expect(
    event({
      parameters: { KeyId: 'alias/orders', EncryptionContext: { tenant: 'acme' }, CiphertextBlob: 'AQID' },
      context: { 'aws:SourceIp': '198.51.100.7', 'aws:SourceVpce': 'vpce-1' },
    }),
  ).toEqual({
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROA111122223333:i-0abc',
      arn: APP,
      accountId: OWNER,
      accessKeyId: 'EXAMPLE-ACCESS-KEY-ID',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROA111122223333',
          arn: `arn:aws:iam::${OWNER}:role/App`,
          accountId: OWNER,
          userName: 'App',
        },
        attributes: { creationDate: 'EXAMPLE-TIME', mfaAuthenticated: 'false' },
      },
    },
    eventTime: '2026-01-31T12:00:00Z',
    eventSource: 'kms.amazonaws.com',
    eventName: 'Decrypt',
    awsRegion: 'us-west-2',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'EXAMPLE-USER-AGENT',
    requestParameters: {
      keyId: 'alias/orders',
      encryptionContext: { tenant: 'acme' },
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    },
    responseElements: null,
    additionalEventData: { keyMaterialId: 'EXAMPLE-KEY-MATERIAL-ID' },
    requestID: 'EXAMPLE-REQUEST-ID',
    eventID: 'EXAMPLE-EVENT-ID',
    readOnly: true,
    resources: [{ accountId: OWNER, type: 'AWS::KMS::Key', ARN: KEY }],
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: OWNER,
    vpcEndpointId: 'vpce-1',
    eventCategory: 'Management',
  });
});

test('what is made up is listed by its place', () => {
  expect(recorded({ parameters: { EncryptionContext: { a: 'EXAMPLE-ACCESS-KEY-ID' } } }).madeUp).toEqual([
    '/userIdentity/accessKeyId',
    '/userIdentity/sessionContext/attributes/creationDate',
    '/sourceIPAddress',
    '/userAgent',
    '/additionalEventData/keyMaterialId',
    '/requestID',
    '/eventID',
  ]);
});

describe('who called', () => {
  test.each<readonly [string, Fields, Fields]>([
    ['root', { principal: `arn:aws:iam::${OWNER}:root` }, { type: 'Root', principalId: OWNER }],
    ['user', { principal: `arn:aws:iam::${OWNER}:user/Alice` }, { type: 'IAMUser', userName: 'Alice' }],
    [
      'federated user',
      { principal: `arn:aws:sts::${OWNER}:federated-user/Bob` },
      { type: 'FederatedUser', principalId: `${OWNER}:Bob` },
    ],
    [
      'service',
      { principal: 'logs.us-west-2.amazonaws.com' },
      { type: 'AWSService', invokedBy: 'logs.us-west-2.amazonaws.com' },
    ],
    [
      'role',
      { principal: `arn:aws:iam::${OWNER}:role/App` },
      { type: 'AssumedRole', arn: `arn:aws:sts::${OWNER}:assumed-role/App/SESSION-NAME` },
    ],
    [
      'service on behalf',
      { viaService: 's3.us-west-2.amazonaws.com' },
      { type: 'AssumedRole', invokedBy: 's3.amazonaws.com' },
    ],
  ])('%s', (_, request, identity) => {
    expect(event(request)['userIdentity']).toMatchObject(identity);
  });

  test('a user with temporary credentials has a session', () => {
    const principal = `arn:aws:iam::${OWNER}:user/Alice`;
    expect(event({ principal })['userIdentity']).not.toHaveProperty('sessionContext');
    expect(event({ principal, session: { mfaAuthenticated: true } })['userIdentity']).toMatchObject({
      sessionContext: { attributes: { mfaAuthenticated: 'true' } },
    });
  });

  test('a service stands where address and user agent would', () => {
    expect(event({ viaService: 's3.us-west-2.amazonaws.com' })).toMatchObject({
      sourceIPAddress: 's3.amazonaws.com',
      userAgent: 's3.amazonaws.com',
    });
  });
});

describe('accounts', () => {
  test('a call across accounts is recorded in both', () => {
    const { events } = recorded({ principal: app(OTHER), resource: KEY });
    expect(events.map(({ account, side }) => [account, side])).toEqual([
      [OTHER, 'caller'],
      [OWNER, 'keyOwner'],
    ]);
    const [own, owners] = events.map(({ event: one }) => one);
    expect(own?.['userIdentity']).toMatchObject({ type: 'AssumedRole' });
    expect(owners?.['userIdentity']).toEqual({
      type: 'AWSAccount',
      principalId: `AROA${OTHER}:i-0abc`,
      accountId: OTHER,
    });
    expect(own?.['sharedEventID']).toBe(owners?.['sharedEventID']);
    expect(own?.['eventID']).not.toBe(owners?.['eventID']);
    expect([own?.['recipientAccountId'], owners?.['recipientAccountId']]).toEqual([OTHER, OWNER]);
  });

  test("a denied call across accounts is recorded in the caller's alone", () => {
    const record = recorded({ principal: app(OTHER), resource: KEY }, { policy: noOne });
    expect(record.events.map(({ account }) => account)).toEqual([OTHER]);
    expect(record.events[0]?.event).not.toHaveProperty('sharedEventID');
    expect(notes(record)).toContain('and not in that of the key');
  });

  test('a service call is recorded in the account of the key, with a shared event id', () => {
    const { events } = recorded({ principal: 'logs.us-west-2.amazonaws.com' });
    expect(events.map(({ account, side }) => [account, side])).toEqual([[OWNER, 'keyOwner']]);
    expect(events[0]?.event).toHaveProperty('sharedEventID');
  });
});

describe('what went wrong', () => {
  test('a denied call has the text of the caller, under the shorter name', () => {
    const denied = recorded({}, { policy: noOne }).events[0]?.event;
    expect(denied).toMatchObject({ errorCode: 'AccessDenied', responseElements: null });
    expect(denied?.['errorMessage']).toContain('because no resource-based policy allows');
  });

  test('an error without a known text has a name alone', () => {
    const failed = event({ parameters: { EncryptionAlgorithm: 'ROT13' } });
    expect(failed['errorCode']).toBe('ValidationException');
    expect(failed).not.toHaveProperty('errorMessage');
  });
});

describe('nothing is recorded', () => {
  const endpoints = [{ id: 'vpce-1', policy: noOne }];
  test.each<readonly [string, Fields, string]>([
    ['of an endpoint policy’s refusal', { context: { 'aws:SourceVpce': 'vpce-1' } }, 'VpceAccessDenied'],
    ['of an unsigned call', { principal: 'anonymous' }, 'no unsigned calls'],
    [
      'of a call to another service',
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
      'another service',
    ],
  ])('%s', (_, request, words) => {
    const record = recorded(request, { endpoints });
    expect(record.events).toEqual([]);
    expect(notes(record)).toContain(words);
  });

  test('unless something else refuses the call as well', () => {
    const request = { context: { 'aws:SourceVpce': 'vpce-1' } };
    expect(recorded(request, { endpoints, policy: noOne }).events).toHaveLength(1);
  });
});

describe('parameters', () => {
  test.each<readonly [string, Fields, Json]>([
    ['kms:GenerateRandom', { NumberOfBytes: 32 }, null],
    [
      'kms:Encrypt',
      { KeyId: KEY, Plaintext: 'c2VjcmV0', GrantTokens: ['x'] },
      { keyId: KEY, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    ],
    ['kms:Decrypt', {}, { encryptionAlgorithm: 'SYMMETRIC_DEFAULT' }],
    [
      'kms:TagResource',
      { KeyId: KEY, Tags: [{ TagKey: 'A', TagValue: 'b' }] },
      { keyId: KEY, tags: [{ tagKey: 'A', tagValue: 'b' }] },
    ],
    [
      'kms:CreateGrant',
      {
        KeyId: KEY,
        GranteePrincipal: APP,
        Operations: ['Encrypt'],
        Constraints: { EncryptionContextSubset: { Dept: 'IT' } },
      },
      {
        keyId: KEY,
        granteePrincipal: APP,
        operations: ['Encrypt'],
        constraints: { encryptionContextSubset: { Dept: 'IT' } },
      },
    ],
    ['kms:ScheduleKeyDeletion', { KeyId: KEY }, { keyId: KEY, pendingWindowInDays: 30 }],
    ['kms:DescribeKey', {}, { keyId: KEY }],
    [
      'kms:PutKeyPolicy',
      { KeyId: KEY, Policy: noOne },
      {
        keyId: KEY,
        policy: JSON.stringify(noOne),
        policyName: 'default',
        bypassPolicyLockoutSafetyCheck: false,
      },
    ],
  ])('%s', (action, parameters, expected) => {
    expect(event({ action, parameters })['requestParameters']).toEqual(expected);
  });

  test('hostile names stay members', () => {
    const parameters = JSON.parse(
      '{"EncryptionContext":{"__proto__":"x","constructor":"y"},"__proto__":"z"}',
    );
    const sent = event({ parameters })['requestParameters'];
    expect(JSON.stringify(sent)).toContain('"__proto__":"x"');
  });
});

test('secrets are pointed out', () => {
  const { secrets } = recorded({ parameters: { EncryptionContext: { password: 'hunter2' } } });
  expect(secrets).toEqual([{ parameter: 'EncryptionContext', key: 'password', kind: 'a password' }]);
});
