import { describe, expect, test } from 'vitest';
import { plain } from '../explain/phrase.ts';
import { answerRequest } from '../explain/answerRequest.ts';
import { documentsOf } from '../scenario/mapDocuments.ts';
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
  when,
} from '../testing/pieces.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { DocumentReader } from '../world/documents.ts';
import { applyEdits } from './edit.ts';
import { whatIf } from './whatIf.ts';

function ask(pieces: Pieces) {
  const situation = scenarioOfPieces(pieces);
  const result = whatIf(situation, buildWorld(situation.scenario), new DocumentReader());
  return { situation, ...result };
}

const other = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
const app = { principal: APP_SESSION, action: 'kms:Decrypt' };

/** Name, scenario, and for each addition what kind it is, what it changes and what it says. */
const rows: readonly (readonly [string, Pieces, readonly string[]])[] = [
  [
    'a key policy that names someone else',
    { key: [allow({ AWS: ANA }, 'kms:Decrypt')], request: app },
    [
      'principal key: Add role/App to the principals of Allow in the key policy.',
      'keyPolicyStatement key: Add a statement to the key policy that allows kms:Decrypt to role/App.',
      'grant grants: Create a grant that gives role/App the operation Decrypt.',
    ],
  ],
  [
    'a key policy that names another action',
    { key: [allow({ AWS: APP }, ['kms:Encrypt'])], request: app },
    [
      'action key: Add kms:Decrypt to the actions of Allow in the key policy.',
      'keyPolicyStatement key: Add a statement to the key policy that allows kms:Decrypt to role/App.',
      'grant grants: Create a grant that gives role/App the operation Decrypt.',
    ],
  ],
  [
    'a condition on the encryption context',
    {
      key: [allow({ AWS: APP }, 'kms:Decrypt', when('StringEquals', 'kms:EncryptionContext:tenant', 'a'))],
      request: { ...app, parameters: { EncryptionContext: { tenant: 'b' } } },
    },
    [
      'request request: Send tenant = a in EncryptionContext.',
      'keyPolicyStatement key: Add a statement to the key policy that allows kms:Decrypt to role/App, only with the kms:EncryptionContext:tenant of this request.',
      'grant grants: Create a grant that gives role/App the operation Decrypt, only with the encryption context tenant.',
      'conditionValue key: Add b to the values that the condition on kms:EncryptionContext:tenant of Allow in the key policy accepts. It then accepts that value in every request that the statement covers.',
    ],
  ],
  [
    'a missing IAM policy',
    { key: [allow(ACCOUNT_ROOT, 'kms:*')], request: app },
    [
      'keyPolicyStatement key: Add a statement to the key policy that allows kms:Decrypt to role/App.',
      `iamStatement identity:AllowDecrypt: Attach an IAM policy to role/App that allows kms:Decrypt on KEY.`,
      'grant grants: Create a grant that gives role/App the operation Decrypt.',
    ],
  ],
  [
    'an IAM policy that the key policy does not let count',
    {
      key: [allow({ AWS: ANA }, 'kms:Encrypt')],
      identities: [{ arn: APP, policies: [iam('kms:Decrypt')] }],
      request: app,
    },
    [
      'keyPolicyStatement key: Add a statement to the key policy that allows kms:Decrypt to role/App.',
      'grant grants: Create a grant that gives role/App the operation Decrypt.',
      'delegation key: Let the IAM policies of account 111122223333 decide about kms:Decrypt: add a statement for the account to the key policy. It then holds for everyone whom an IAM policy of that account allows it.',
    ],
  ],
  [
    'both halves across accounts',
    { key: [allow({ AWS: APP }, 'kms:Encrypt')], request: { principal: PARTNER, action: 'kms:Decrypt' } },
    [
      'grant grants: Create a grant that gives user/Partner the operation Decrypt.',
      'keyPolicyStatement key identity:AllowDecrypt: Add a statement to the key policy that allows kms:Decrypt to user/Partner, and attach an IAM policy to user/Partner that allows kms:Decrypt on KEY.',
    ],
  ],
  [
    'a boundary, an SCP and an endpoint policy in the way',
    {
      key: [allow({ AWS: APP }, 'kms:*')],
      identities: [{ arn: APP, boundary: other }],
      scp: [iam('s3:*', { Resource: 'arn:aws:s3:::*' })],
      endpoint: [allow('*', ['kms:Encrypt'])],
      request: { ...app, context: { 'aws:SourceVpce': ENDPOINT } },
    },
    [
      'limitStatement boundary scp:SER vpce:vpce-1: Add kms:Decrypt to the actions of Statement 1 in the permissions boundary, add a statement to the SCP SER that allows kms:Decrypt on KEY, and add kms:Decrypt to the actions of Allow in the endpoint policy of vpce-1.',
    ],
  ],
  [
    'levels without an SCP, where the scenario has none that allows all',
    {
      key: [allow({ AWS: APP }, 'kms:*')],
      scp: [iam('kms:*')],
      fullAccess: [],
      request: app,
    },
    [
      "limitStatement scp:FullAWSAccess: Attach AWS's SCP FullAWSAccess to r-ab12. That level then holds nothing back; what is allowed is up to the other levels and policies.",
    ],
  ],
  [
    'a level without an SCP, where the scenario has one for another level',
    {
      key: [allow({ AWS: APP }, 'kms:*')],
      scp: [iam('kms:*')],
      fullAccess: ['444455556666'],
      request: app,
    },
    ['limitStatement scp:FullAWSAccess: Attach the SCP FullAWSAccess to r-ab12.'],
  ],
  [
    'a Deny for all outside the organization',
    {
      key: [
        allow({ AWS: APP }, 'kms:*'),
        deny({ Principal: '*', ...when('StringNotEquals', 'aws:PrincipalOrgID', 'o-other') }),
      ],
      request: app,
    },
    [
      'exemption key: Add o-a1 to the values of aws:PrincipalOrgID that Deny in the key policy spares. The Deny then spares everyone with that value.',
      'exception key: Spare role/App in Deny in the key policy: add a condition on aws:PrincipalArn. The Deny then spares the caller in all its actions.',
    ],
  ],
  [
    'a Deny outside an endpoint',
    {
      key: [
        allow({ AWS: APP }, 'kms:*'),
        deny({ Principal: '*', ...when('StringNotEquals', 'aws:SourceVpce', ENDPOINT) }),
      ],
      request: app,
    },
    ['request request: Make the call with aws:SourceVpce as vpce-1.'],
  ],
  [
    'an allowed request',
    { key: [allow({ AWS: APP }, 'kms:*'), allow({ AWS: ANA }, 'kms:*')], request: app },
    [
      'deny key: Add a Deny to the key policy for kms:Decrypt by role/App.',
      'removal key: Remove Allow in the key policy. It also takes away more: role/App:',
    ],
  ],
];

describe('the smallest changes that turn a decision', () => {
  test.each(rows)('%s', (_name, pieces, expected) => {
    const { additions } = ask(pieces);
    const said = additions.map(({ kind, documents, text, besides }) =>
      `${kind} ${documents.join(' ')}: ${[text, ...besides].map(plain).join(' ')}`.replaceAll(
        /arn:aws:kms:\S+:key\/[0-9a-f-]+/g,
        'KEY',
      ),
    );
    expected.forEach((one, index) => expect(said[index]).toContain(one));
  });

  test.each(rows)('%s: each turns it, and the formatting stays', (_name, pieces) => {
    const { situation, additions } = ask(pieces);
    expect(additions.length).toBeGreaterThan(0);
    expect(additions.length).toBeLessThanOrEqual(5);
    for (const { edits, decision } of additions) {
      const after = applyEdits(situation, edits);
      const answered = answerRequest(buildWorld(after.scenario), after.request);
      expect('answer' in answered && answered.answer.decision).toBe(decision);
      const lines = documentsOf(situation.scenario).flatMap(({ id, text }) =>
        text.split('\n').map((line) => `${id} ${line.replace(/,$/, '')}`),
      );
      const kept = new Set(
        documentsOf(after.scenario).flatMap(({ id, text }) =>
          text.split('\n').map((line) => `${id} ${line.replace(/,$/, '')}`),
        ),
      );
      // A line may change where a value becomes a list or a statement goes; all others are as they were.
      expect(lines.filter((line) => !kept.has(line)).length).toBeLessThanOrEqual(8);
    }
  });

  test('what two changes of one plan have in common is said once', () => {
    const bound = (Sid: string, organization: string) =>
      deny({ Sid, Principal: '*', ...when('StringNotEquals', 'aws:PrincipalOrgID', organization) });
    const key = [allow({ AWS: APP }, 'kms:Decrypt'), bound('One', 'o-a1'), bound('Two', 'o-b2')];
    const { additions } = ask({ key, request: { ...app, context: { 'aws:PrincipalOrgID': 'o-c3' } } });
    const said = additions.map(({ besides }) => besides.map(plain));
    expect(said.filter((each) => each.some((one) => one.includes('spares'))).length).toBeGreaterThan(0);
    expect(said.map((each) => new Set(each).size)).toEqual(said.map((each) => each.length));
  });

  test('the policy of an AWS managed key is left alone', () => {
    const { additions } = ask({
      key: [allow({ AWS: ANA }, 'kms:*')],
      metadata: { KeyManager: 'AWS' },
      request: app,
    });
    expect(additions).toEqual([]);
  });

  test('a boolean condition is not made to accept both', () => {
    const { additions } = ask({
      key: [allow({ AWS: APP }, 'kms:CreateGrant', when('Bool', 'kms:GrantIsForAWSResource', 'true'))],
      request: {
        principal: APP_SESSION,
        action: 'kms:CreateGrant',
        parameters: { GranteePrincipal: ANA, Operations: ['Decrypt'] },
      },
    });
    expect(additions.map(({ kind }) => kind)).not.toContain('conditionValue');
  });
});

describe('what a PutKeyPolicy would do', () => {
  const put = (statements: readonly object[], more: object = {}) => ({
    principal: APP_SESSION,
    action: 'kms:PutKeyPolicy',
    parameters: { Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }), ...more },
  });
  const before = [allow({ AWS: APP }, 'kms:*')];

  test('says which cells change and that the caller keeps its say', () => {
    const { policyChange } = ask({
      key: before,
      request: put([...before, allow({ AWS: ANA }, 'kms:Decrypt')]),
    });
    expect(policyChange?.changes).toMatchObject([
      { principal: 'user/Ana', from: 'none', to: 'allowed', actions: ['kms:Decrypt'] },
    ]);
    expect(policyChange?.lockout.outcome).toBe('passed');
  });

  test('says that the caller would be locked out, and if the check is bypassed', () => {
    const next = [allow({ AWS: ANA }, 'kms:*')];
    expect(ask({ key: before, request: put(next) }).policyChange?.lockout.outcome).toBe('failed');
    const bypassed = ask({
      key: before,
      request: put(next, { BypassPolicyLockoutSafetyCheck: true }),
    }).policyChange;
    expect(bypassed?.lockout.outcome).toBe('bypassed');
    expect(plain(bypassed?.lockout.text ?? [])).toContain('could not call kms:PutKeyPolicy again');
  });

  test('is silent about the same policy, and about other calls', () => {
    expect(ask({ key: before, request: put(before) }).policyChange?.changes).toEqual([]);
    expect(ask({ key: before, request: app }).policyChange).toBeNull();
  });
});
