import { expect, test } from 'vitest';
import { readScenario } from '../scenario/readScenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { answerRequest } from './answerRequest.ts';
import { plain } from './phrase.ts';

const ACCOUNT = '111122223333';
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** What is said of later calls for an action on an encrypted resource. */
function said(action: string, resource: string, parameters: Readonly<Record<string, string>> = {}) {
  const { scenarios } = readScenario(
    JSON.stringify({
      keyway: 1,
      keys: [
        {
          arn: KEY,
          policy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }] },
        },
      ],
      resources: [{ arn: resource, encryption: { kmsKey: KEY } }],
      requests: [{ principal: `arn:aws:iam::${ACCOUNT}:user/Ana`, action, resource, parameters }],
    }),
  );
  const [scenario] = scenarios;
  const request = scenario?.requests[0];
  if (scenario === undefined || request === undefined) throw new Error('The scenario must be readable.');
  const answered = answerRequest(buildWorld(scenario), request);
  const steps = 'answer' in answered ? answered.answer.steps : [];
  return steps
    .filter(({ id }) => id === 'later')
    .map(({ text, mark, decisive }) => [plain(text), mark, decisive]);
}

const VOLUME = `arn:aws:ec2:us-east-1:${ACCOUNT}:volume/vol-1`;
const INSTANCE = `arn:aws:sts::${ACCOUNT}:assumed-role/aws:ec2-infrastructure/i-1`;

test('what a service does later under the grant it gets is said not to be asked, with who will call what', () => {
  expect(said('ec2:AttachVolume', VOLUME, { InstanceId: 'i-1' })).toEqual([
    [
      `Later Amazon EBS works under the grant that it creates here: it calls kms:Decrypt as ${INSTANCE}. That is no part of this answer: ask it as a request of its own, with the grant among the grants of the key`,
      'info',
      false,
    ],
  ]);
});

test('where no page lists the calls, only that', () => {
  const file = `arn:aws:elasticfilesystem:us-east-1:${ACCOUNT}:file-system/fs-1`;
  expect(said('elasticfilesystem:CreateFileSystem', file)).toEqual([
    [
      'Later Amazon EFS works under the grant that it creates here, in calls that its page does not list. That is no part of this answer',
      'info',
      false,
    ],
  ]);
});

test('nothing is said where the service gets no grant', () => {
  expect(said('ec2:CreateVolume', VOLUME)).toEqual([]);
  expect(said('s3:GetObject', 'arn:aws:s3:::bucket/a')).toEqual([]);
});
