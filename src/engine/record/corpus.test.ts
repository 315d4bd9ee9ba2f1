import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../explain/answerRequest.ts';
import { findAction } from '../catalog/actions.ts';
import { asText, isList, isObject } from '../request/parameters.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { deviations } from './testing/deviations.ts';
import { type PublishedEvent, rebuilt } from './testing/rebuilt.ts';
import { recordOf } from './recordOf.ts';
import type { JsonObject } from './record.ts';

const file = new URL('../../../../shared/corpus/cloudtrail-events.json', import.meta.url);

interface Published {
  readonly id: string;
  readonly provenance: string;
  readonly event: PublishedEvent;
}

const published: readonly Published[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

/** Written by KMS itself or by another service, or about the network: no request that can be asked about. */
function isAsked({ event }: Published): boolean {
  const action = findAction(asText(event['eventName']) ?? '');
  const identity = event['userIdentity'];
  return (
    event['eventSource'] === 'kms.amazonaws.com' &&
    event['eventType'] !== 'AwsServiceEvent' &&
    event['eventCategory'] !== 'NetworkActivity' &&
    action !== undefined &&
    action.class !== 'internal' &&
    isObject(identity) &&
    identity['invokedBy'] !== 'kms.amazonaws.com'
  );
}

function ours(event: PublishedEvent): JsonObject {
  const { scenario, request } = rebuilt(event);
  const answered = answerRequest(buildWorld(scenario), request);
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems));
  const { events } = recordOf(answered.call, answered.answer.awsMessage);
  const recipient = event['recipientAccountId'];
  const one = events.find(({ account }) => account === recipient) ?? events[0];
  if (one === undefined) throw new Error('No event.');
  return one.event;
}

const sampleOfUserWithSessionArn = ['type', 'principalId', 'arn', 'accountId', 'userName'].map(
  (name) => `userIdentity.sessionContext.sessionIssuer.${name}: absent, here string`,
);

/** What is left, with the reason. Everything else has the members and types of the published event. */
const known: Readonly<Record<string, readonly string[]>> = {
  // A sample without the operations that the API requires.
  'doc-CreateGrant-2': [
    'requestParameters.operations: absent, here list',
    'requestParameters.operations.*: absent, here string',
  ],
  // Two samples of one page spell this member in two ways.
  'doc-CreateKey': [
    'responseElements.keyMetadata.AWSAccountId: string, here absent',
    'responseElements.keyMetadata.aWSAccountId: absent, here string',
  ],
  // Samples without the user agent that CloudTrail always records.
  'doc-Decrypt-3': ['userAgent: absent, here string'],
  'doc-Decrypt-4': ['userAgent: absent, here string'],
  'doc-Decrypt-5': ['userAgent: absent, here string'],
  // The refusal of an external key store's proxy, of which no scenario knows.
  'doc-Decrypt-KMSInvalidStateException': ['errorMessage: string, here absent'],
  // Samples that call the session of a role an IAM user.
  'doc-Decrypt-via-secretsmanager': sampleOfUserWithSessionArn,
  'doc-GenerateDataKey-via-secretsmanager': sampleOfUserWithSessionArn,
  'doc-GenerateDataKey': [
    'userIdentity.userName: string, here absent',
    'userIdentity.sessionContext: absent, here object',
    ...sampleOfUserWithSessionArn,
    'userIdentity.sessionContext.attributes: absent, here object',
    'userIdentity.sessionContext.attributes.creationDate: absent, here string',
    'userIdentity.sessionContext.attributes.mfaAuthenticated: absent, here string',
  ],
  // Unit tests of detection rules: events made by hand or taken from a pipeline that renames members.
  'panther-Decrypt-unauthorized-region,-read-only': ['resources.*.arn: string, here absent'],
  'panther-DisableKey-kms-disable-key-error': [
    'resources.*: object, here absent',
    'resources.*.ARN: string, here absent',
    'resources.*.accountId: string, here absent',
  ],
  'panther-PutKeyPolicy-kms-key-restricted-access-(should-not-alert)': [
    'resources.*.arn: string, here absent',
  ],
  'panther-PutKeyPolicy-wildcard-principal-no-conditions-(should-alert)': [
    'requestParameters.policy: object, here string',
    'requestParameters.policy.Version: string, here absent',
    'requestParameters.policy.Statement: list, here absent',
    'requestParameters.policy.Statement.*: object, here absent',
    'requestParameters.policy.Statement.*.Effect: string, here absent',
    'requestParameters.policy.Statement.*.Principal: string, here absent',
    'requestParameters.policy.Statement.*.Action: string, here absent',
    'requestParameters.policy.Statement.*.Resource: string, here absent',
    'userIdentity.userName: string, here absent',
  ],
  'panther-ScheduleKeyDeletion-kms-key-scheduled-for-deletion': [
    'requestParameters.overridePendingWindowCheck: boolean, here absent',
  ],
  'panther-ScheduleKeyDeletion-kms-key-scheduled-for-deletion---missing-resources': [
    'requestParameters.overridePendingWindowCheck: boolean, here absent',
    'resources: null, here list',
    'p_row_id: string, here absent',
  ],
};

const otherErrors: ReadonlySet<string> = new Set([
  // The encryption context that such a key cannot have is found first here, the wrong usage there (U-21).
  'doc-GenerateDataKeyWithoutPlaintext-InvalidKeyUsageException',
  // A policy made up for a test, under which nobody could ever change the policy again.
  'panther-PutKeyPolicy-wildcard-principal-no-conditions-(should-alert)',
]);

describe.runIf(published.length > 0)('published events', () => {
  const asked = published.filter(isAsked);

  test('most of them come from requests', () => {
    expect([published.length, asked.length, asked.length - Object.keys(known).length]).toEqual([93, 82, 67]);
  });

  test('the record of the request has the members and types of the event, but for known deviations', () => {
    const found = asked.flatMap(({ id, provenance, event }) => {
      const list = deviations(event, ours(event), provenance.startsWith('detection-rule'));
      return list.length === 0 ? [] : [[id, list] as const];
    });
    expect(Object.fromEntries(found)).toEqual(known);
  });

  test.each(asked.map(({ id, event }) => [id, event] as const))('%s says the same', (id, event) => {
    const record = ours(event);
    for (const name of ['eventName', 'eventSource', 'eventType', 'readOnly', 'vpcEndpointId'])
      expect([name, record[name]]).toEqual([name, event[name] ?? record[name]]);
    if (!otherErrors.has(id)) expect(record['errorCode']).toBe(event['errorCode']);
    if (id in known) return;
    const sent = event['requestParameters'];
    if (isObject(sent)) expect(record['requestParameters']).toMatchObject(comparable(sent));
    expect(resourceNames(record)).toEqual(expect.arrayContaining([...resourceNames(event)]));
  });
});

/** Without what had to be replaced to make a request that KMS takes. */
function comparable(sent: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => value !== '' && !name.endsWith('Principal')),
  );
}

/** Without Region, in which some samples contradict themselves. */
function resourceNames(event: PublishedEvent): readonly string[] {
  const { resources } = event;
  if (!isList(resources) || event['eventName'] === 'CreateKey') return [];
  return resources.flatMap((one) => {
    const arn = isObject(one) ? one['ARN'] : undefined;
    return typeof arn === 'string' && arn !== '' ? [arn.split(':').slice(4).join(':')] : [];
  });
}
