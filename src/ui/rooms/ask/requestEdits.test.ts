import { describe, expect, test } from 'vitest';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import {
  asNewQuestion,
  sessionOffer,
  withAction,
  withCiphertext,
  withContext,
  withParameter,
  withPrincipal,
  withResource,
  withSession,
  withViaService,
} from './requestEdits.ts';
import { appRequest } from './testScenario.ts';

const session = 'arn:aws:sts::111122223333:assumed-role/App/x';
const plainRequest: ScenarioRequest = { principal: session, action: 'kms:Decrypt' };

test('a changed request drops its name and expectation, and nothing else', () => {
  expect(asNewQuestion({ ...appRequest, name: 'n', expect: { decision: 'allowed' } })).toEqual(appRequest);
});

describe('each edit and its undoing leave the request as it was', () => {
  test.each([
    ['resource', withResource(' alias/orders '), withResource(''), { resource: 'alias/orders' }],
    [
      'viaService',
      withViaService('s3.us-east-1.amazonaws.com'),
      withViaService(' '),
      { viaService: 's3.us-east-1.amazonaws.com' },
    ],
    [
      'parameter',
      withParameter('KeySpec', 'AES_256'),
      withParameter('KeySpec', undefined),
      { parameters: { KeySpec: 'AES_256' } },
    ],
    [
      'pairs',
      withParameter('EncryptionContext', { a: '1' }),
      withParameter('EncryptionContext', {}),
      { parameters: { EncryptionContext: { a: '1' } } },
    ],
    [
      'context',
      withContext({ 'aws:SourceIp': '10.0.0.1' }),
      withContext({}),
      { context: { 'aws:SourceIp': '10.0.0.1' } },
    ],
    [
      'session',
      withSession({ mfaAuthenticated: false }),
      withSession({ mfaAuthenticated: undefined }),
      { session: { mfaAuthenticated: false } },
    ],
    [
      'ciphertext',
      withCiphertext({ encryptionContext: {} }),
      withCiphertext({ encryptionContext: undefined }),
      { ciphertext: { encryptionContext: {} } },
    ],
  ] as const)('%s', (_name, edit, undo, added) => {
    const edited = edit(plainRequest);
    expect(edited).toEqual({ ...plainRequest, ...added });
    expect(Object.keys(undo(edited))).toEqual(Object.keys(plainRequest));
  });
});

test('other parameters and session details stay', () => {
  const request = {
    ...plainRequest,
    parameters: { A: '1', B: '2' },
    session: { tags: { t: '1' }, issuer: 'i' },
  };
  expect(withParameter('A', '3')(request).parameters).toEqual({ A: '3', B: '2' });
  expect(withParameter('A', undefined)(request).parameters).toEqual({ B: '2' });
  expect(withSession({ issuer: undefined })(request).session).toEqual({ tags: { t: '1' } });
});

test.each([
  ['Decrypt', 'kms:Decrypt'],
  [' kms:Encrypt ', 'kms:Encrypt'],
  ['s3:GetObject', 's3:GetObject'],
  ['', ''],
])('the operation %j is asked as %j', (typed, action) => {
  expect(withAction(typed)(plainRequest).action).toBe(action);
});

describe('the issuer of a session', () => {
  const issued: ScenarioRequest = {
    ...plainRequest,
    session: { issuer: 'arn:aws:iam::111122223333:role/path/App', mfaAuthenticated: true },
  };

  test('stays while the principal is a session of the same role', () => {
    expect(
      withPrincipal('arn:aws:sts::111122223333:assumed-role/App/y')(issued).session?.issuer,
    ).toBeDefined();
  });

  test.each([
    'arn:aws:sts::111122223333:assumed-role/Other/x',
    'arn:aws:sts::444455556666:assumed-role/App/x',
    'logs.us-east-1.amazonaws.com',
  ])('goes when the principal becomes %s', (principal) => {
    expect(withPrincipal(principal)(issued)).toEqual({
      ...plainRequest,
      principal,
      session: { mfaAuthenticated: true },
    });
  });
});

describe('a role ARN offers its session', () => {
  test('without a path the session ARN says all', () => {
    const request = { ...plainRequest, principal: 'arn:aws-cn:iam::111122223333:role/App' };
    const offer = sessionOffer(request);
    expect(offer?.principal).toBe('arn:aws-cn:sts::111122223333:assumed-role/App/session');
    expect(offer?.edit(request)).toEqual({ ...request, principal: offer?.principal });
  });

  test('with a path the role becomes the issuer', () => {
    const role = 'arn:aws:iam::111122223333:role/service/App';
    const request = { ...plainRequest, principal: role };
    const edited = sessionOffer(request)?.edit(request);
    expect(edited?.principal).toBe('arn:aws:sts::111122223333:assumed-role/App/session');
    expect(edited?.session).toEqual({ issuer: role });
  });

  test.each([
    session,
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:user/Alice',
    'anonymous',
    '',
  ])('%s offers none', (principal) => {
    expect(sessionOffer({ ...plainRequest, principal })).toBeNull();
  });
});
