import { expect, test } from 'vitest';
import { answerRequest } from '../explain/answerRequest.ts';
import { plain } from '../explain/phrase.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { recordOf } from './recordOf.ts';

const OWNER = '111122223333';
const KEY = `arn:aws:kms:us-west-2:${OWNER}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const APP = `arn:aws:sts::${OWNER}:assumed-role/App/i-0abc`;

test('a service that asks KMS for a request of its own leaves its own events', () => {
  const { scenarios } = readScenario(
    JSON.stringify({
      keyway: 1,
      keys: [
        {
          arn: KEY,
          policy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] },
        },
      ],
      resources: [{ arn: 'arn:aws:s3:::orders/*', account: OWNER, encryption: { kmsKey: KEY } }],
      identities: [
        {
          arn: `arn:aws:iam::${OWNER}:role/App`,
          policies: [{ document: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }],
        },
      ],
      requests: [{ principal: APP, action: 's3:GetObject', resource: 'arn:aws:s3:::orders/1042.json' }],
    }),
  );
  const [scenario] = scenarios;
  const [request] = scenario?.requests ?? [];
  if (scenario === undefined || request === undefined) throw new Error('No request.');
  const answered = answerRequest(buildWorld(scenario), request);
  if ('problems' in answered) throw new Error('A problem.');
  const { events, notes: said } = recordOf(answered.call, answered.answer.awsMessage);
  expect(events.map(({ event: one }) => [one['eventName'], one['sourceIPAddress']])).toEqual([
    ['Decrypt', 's3.amazonaws.com'],
  ]);
  expect(events[0]?.event['requestParameters']).toMatchObject({
    encryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::orders/1042.json' },
  });
  expect(plain(said[0]?.text ?? [])).toContain('another service');
});
