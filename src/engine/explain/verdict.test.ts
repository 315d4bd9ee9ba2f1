import { describe, expect, test } from 'vitest';
import { plain } from './phrase.ts';
import { answerRequest } from './answerRequest.ts';
import type { ExplainedStep } from './answer.ts';
import {
  ACCOUNT_ROOT,
  allow,
  ANA,
  APP,
  APP_SESSION,
  deny,
  ENDPOINT,
  iam,
  PARTNER,
  type Pieces,
  scenarioOfPieces,
} from '../testing/pieces.ts';
import { buildWorld } from '../world/buildWorld.ts';

function answer(pieces: Pieces) {
  const { scenario, request } = scenarioOfPieces(pieces);
  const answered = answerRequest(buildWorld(scenario), request);
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems));
  return answered.answer;
}

/** The layers that the trace marks as in the way, by the last part of their ids. */
function decisive(steps: readonly ExplainedStep[]): readonly string[] {
  return steps.filter((step) => step.decisive).map(({ id }) => id.slice(id.indexOf('/') + 1));
}

const other = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
const app = { principal: APP_SESSION, action: 'kms:Decrypt' };
const throughEndpoint = { ...app, context: { 'aws:SourceVpce': ENDPOINT } };

/** Name, scenario, layers in the way, title and sentence. */
const rows: readonly (readonly [string, Pieces, readonly string[], string, string])[] = [
  [
    'key policy alone',
    { key: [allow({ AWS: ANA }, 'kms:*')], request: app },
    ['key'],
    'Denied: nothing allows it',
    'No statement of the key policy allows kms:Decrypt to role/App or to its account.',
  ],
  [
    'key policy, with an IAM policy that does not count',
    {
      key: [allow({ AWS: ANA }, 'kms:*')],
      identities: [{ arn: APP, policies: [iam('kms:*')] }],
      request: app,
    },
    ['key'],
    'Denied: nothing allows it',
    'No statement of the key policy allows kms:Decrypt to role/App or to its account. Statement 1 in the IAM policy Own allows it, but an IAM policy counts only where the key policy lets the account decide.',
  ],
  [
    'key policy and permissions boundary',
    {
      key: [allow({ AWS: ANA }, 'kms:*')],
      identities: [{ arn: APP, boundary: other }],
      request: app,
    },
    ['key', 'boundary'],
    'Denied: nothing allows it',
    'No statement of the key policy allows kms:Decrypt to role/App or to its account. The permissions boundary of role/App does not allow it either.',
  ],
  [
    'IAM policy, boundary, session policy, SCP and endpoint policy',
    {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [{ arn: APP, policies: other, boundary: other }],
      scp: other,
      endpoint: [allow('*', 'kms:Encrypt')],
      request: { ...throughEndpoint, session: { policies: [{ Version: '2012-10-17', Statement: other }] } },
    },
    ['iam', 'boundary', 'session', 'scp1', 'endpoint'],
    'Denied: nothing allows it',
    "Allow in the key policy lets the account's IAM policies decide, but no IAM policy of role/App allows kms:Decrypt. The permissions boundary of role/App, the session policy, the SCPs of 111122223333 and the VPC endpoint policy do not allow it either.",
  ],
  [
    'only layers that limit',
    {
      key: [allow({ AWS: APP }, 'kms:*')],
      identities: [{ arn: APP, boundary: other }],
      scp: other,
      request: app,
    },
    ['boundary', 'scp1'],
    'Denied: the permissions boundary does not allow it',
    'The permissions boundary of role/App and the SCPs of 111122223333 do not allow kms:Decrypt.',
  ],
  [
    'an SCP alone',
    { key: [allow({ AWS: APP }, 'kms:*')], scp: other, request: app },
    ['scp1'],
    'Denied: an SCP does not allow it',
    'The SCPs of 111122223333 do not allow kms:Decrypt.',
  ],
  [
    'an endpoint policy alone',
    { key: [allow({ AWS: APP }, 'kms:*')], endpoint: [allow('*', 'kms:Encrypt')], request: throughEndpoint },
    ['endpoint'],
    'Denied: the VPC endpoint policy does not allow it',
    'The VPC endpoint policy does not allow kms:Decrypt.',
  ],
  [
    'both halves across accounts',
    {
      key: [allow({ AWS: APP }, 'kms:*')],
      identities: [{ arn: PARTNER, policies: other }],
      request: { principal: PARTNER, action: 'kms:Decrypt' },
    },
    ['key', 'iam'],
    'Denied: nothing allows it',
    'No statement of the key policy allows kms:Decrypt to user/Partner or to its account. The IAM policies of user/Partner do not allow it either, and across accounts both must.',
  ],
  [
    "the key's half across accounts",
    {
      key: [allow({ AWS: APP }, 'kms:*')],
      identities: [{ arn: PARTNER, policies: [iam('kms:*')] }],
      request: { principal: PARTNER, action: 'kms:Decrypt' },
    },
    ['key'],
    'Denied: nothing allows it',
    'No statement of the key policy allows kms:Decrypt to user/Partner or to its account. Statement 1 in the IAM policy Own allows it, but across accounts the account that owns the resource must allow it too.',
  ],
  [
    'a Deny and nothing else',
    { key: [allow({ AWS: APP }, 'kms:*'), deny({ Principal: '*' })], request: app },
    ['key'],
    'Denied by a Deny statement',
    'Deny in the key policy denies this request. Allow in the key policy would have allowed it, but a Deny always wins.',
  ],
  [
    'a Deny, another in an SCP, and no Allow in boundary and key policy',
    {
      key: [deny({ Principal: '*' })],
      identities: [{ arn: APP, boundary: other }],
      scp: [iam('*'), deny({ Sid: 'NoKms' })],
      request: app,
    },
    ['key', 'boundary', 'scp1'],
    'Denied by a Deny statement',
    'Deny in the key policy denies this request. So does NoKms in the SCP SER. Without those Denies, the key policy and the permissions boundary of role/App still do not allow it.',
  ],
  [
    'a Deny and a missing half',
    {
      key: [allow(ACCOUNT_ROOT, 'kms:*'), deny({ Principal: '*' })],
      identities: [{ arn: APP, policies: other }],
      request: app,
    },
    ['key', 'iam'],
    'Denied by a Deny statement',
    'Deny in the key policy denies this request. Without that Deny, the IAM policies of role/App still do not allow it.',
  ],
  [
    'two conditions of an IAM policy',
    {
      key: [allow(ACCOUNT_ROOT, 'kms:*')],
      identities: [
        {
          arn: APP,
          policies: [
            iam('kms:*', {
              Condition: { StringEquals: { 'aws:PrincipalTag/a': '1', 'aws:PrincipalTag/b': '1' } },
            }),
          ],
        },
      ],
      request: app,
    },
    ['iam'],
    'Denied: nothing allows it',
    "Allow in the key policy lets the account's IAM policies decide, but the conditions on aws:PrincipalTag/a and aws:PrincipalTag/b of Statement 1 in the IAM policy Own do not hold.",
  ],
  [
    'a service that nobody names',
    {
      key: [allow({ AWS: APP }, 'kms:*')],
      request: { principal: 'sns.amazonaws.com', action: 'kms:Decrypt' },
    },
    ['key'],
    'Denied: nothing allows it',
    'No statement of the key policy allows kms:Decrypt to sns.amazonaws.com.',
  ],
];

describe('a denial names everything in the way', () => {
  test.each(rows)('%s', (_name, pieces, layers, title, sentence) => {
    const given = answer(pieces);
    expect(decisive(given.steps)).toEqual(layers);
    expect(given.title).toBe(title);
    expect(plain(given.sentence)).toBe(sentence);
  });

  test('each permission that is denied, where a call needs several', () => {
    const given = answer({
      key: [allow({ AWS: APP }, 'kms:Decrypt')],
      request: { principal: APP_SESSION, action: 'kms:ReEncrypt', parameters: { DestinationKeyId: 'KEY' } },
    });
    expect(plain(given.sentence)).toMatch(
      /^kms:ReEncryptFrom on .*\. kms:ReEncryptTo on \S+ is denied too\.$/,
    );
  });
});
