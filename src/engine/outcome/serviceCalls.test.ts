import { expect, test } from 'vitest';
import { answerRequest } from '../explain/answerRequest.ts';
import { plain } from '../explain/phrase.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { Json } from '../scenario/scenario.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { allowing, APP, KEY, policyOf, ROLE } from './testing/ask.ts';

type Fields = Readonly<Record<string, Json>>;

const OBJECT = 'arn:aws:s3:::example-bucket/a.txt';

/** The answer about an encrypted object that App may do everything with. */
function answer(request: Fields, metadata: Fields = {}, key: Fields = {}) {
  const scenario = {
    keyway: 1,
    keys: [{ arn: KEY, policy: policyOf(allowing({ AWS: ROLE })), metadata, ...key }],
    resources: [{ arn: 'arn:aws:s3:::example-bucket/*', encryption: { kmsKey: KEY } }],
    identities: [
      {
        arn: ROLE,
        policies: [{ name: 'own', document: policyOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) }],
      },
    ],
    requests: [{ principal: APP, resource: OBJECT, ...request }],
  };
  const [read] = readScenario(JSON.stringify(scenario)).scenarios;
  const [first] = read?.requests ?? [];
  if (read === undefined || first === undefined) throw new Error('The scenario of this test cannot be read.');
  const answered = answerRequest(buildWorld(read), first);
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems));
  return answered.answer;
}

const get = { action: 's3:GetObject' };
const made = (encryptionContext: Fields) => ({ ...get, ciphertext: { encryptionContext } });

test.each<[string, Fields, Fields, string | null]>([
  ['a key that works', get, {}, null],
  ['a disabled key', get, { KeyState: 'Disabled' }, 'DisabledException'],
  ['a key pending import', get, { KeyState: 'PendingImport' }, 'KMSInvalidStateException'],
  ['an asymmetric key', { action: 's3:PutObject' }, { KeySpec: 'RSA_2048' }, 'InvalidKeyUsageException'],
  ['a key for signatures', get, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, 'InvalidKeyUsageException'],
  [
    'an object that was moved',
    made({ 'aws:s3:arn': 'arn:aws:s3:::example-bucket/b.txt' }),
    {},
    'InvalidCiphertextException',
  ],
  ['an object that was not', made({ 'aws:s3:arn': OBJECT }), {}, null],
  ['an action that asks nothing of KMS', { action: 's3:DeleteObject' }, { KeyState: 'Disabled' }, null],
])('%s', (_, request, metadata, expected) => {
  const { decision, error } = answer(request, metadata);
  expect([decision, error?.name ?? null]).toEqual(['allowed', expected]);
});

test('a denied request has no error of its own', () => {
  const nobody = { policy: policyOf() };
  expect(answer(get, { KeyState: 'Disabled' }, nobody)).toMatchObject({
    decision: 'implicitDeny',
    error: null,
  });
});

test('the answer speaks of both permissions', () => {
  const allowed = answer(get);
  expect(allowed.steps.map(({ text, rule }) => [plain(text), rule])).toEqual([
    [`s3:GetObject on ${OBJECT}`, 'KMS-205'],
    [`kms:Decrypt on ${KEY}`, 'KMS-205'],
  ]);
  expect(plain(allowed.sentence)).toContain('permissions that the call needs are allowed.');
  const denied = answer(get, {}, { policy: policyOf() });
  expect(plain(denied.sentence)).toMatch(/^kms:Decrypt on /);
});
