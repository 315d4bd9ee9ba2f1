import { describe, expect, test } from 'vitest';
import {
  beyondTheSentence,
  encryptionContextName,
  keyText,
  principalSlot,
  problemsAt,
  requestSlots,
  serviceText,
  sessionFieldsOf,
} from './requestSlots.ts';
import { appRequest, outsiderRequest, studied, testScenario } from './testScenario.ts';

test.each([
  ['arn:aws:iam::111122223333:role/path/App', 'role/path/App', '111122223333'],
  ['arn:aws:sts::111122223333:assumed-role/App/i-1', 'assumed-role/App/i-1', '111122223333'],
  ['arn:aws:iam::111122223333:root', 'root', '111122223333'],
  ['111122223333', 'root', '111122223333'],
  ['logs.us-east-1.amazonaws.com', 'logs.us-east-1.amazonaws.com', null],
  ['anonymous', 'anonymous', null],
  ['arn:aws:iam::11', 'arn:aws:iam::11', null],
  ['', '', null],
])('the principal %j reads %j in %j', (value, text, account) => {
  expect(principalSlot(value)).toEqual({ text, account });
});

test('services and keys are named by what tells them apart', () => {
  expect(serviceText('s3.us-east-1.amazonaws.com')).toBe('s3.us-east-1');
  expect(serviceText('something')).toBe('something');
  expect(keyText('arn:aws:kms:us-east-1:111122223333:alias/orders')).toBe('alias/orders');
  expect(keyText('alias/orders')).toBe('alias/orders');
});

describe('which slots the sentence has', () => {
  const { suggestions } = studied(appRequest);

  test('the key is "this key" until the request names one', () => {
    expect(requestSlots(appRequest, testScenario, suggestions).resource).toBeNull();
    expect(requestSlots({ ...appRequest, resource: 'alias/orders' }, testScenario, null).resource).toEqual({
      text: 'alias/orders',
      value: 'alias/orders',
    });
  });

  test('a service only where it is set or a policy looks at kms:ViaService', () => {
    expect(requestSlots(appRequest, testScenario, suggestions).via).toBeNull();
    const set = requestSlots({ ...appRequest, viaService: 's3.us-east-1.amazonaws.com' }, testScenario, null);
    expect(set.via).toEqual({ text: 's3.us-east-1', value: 's3.us-east-1.amazonaws.com' });
    const [key] = testScenario.keys;
    const text = key?.policy.text.replace('kms:CallerAccount', 'KMS:viaservice') ?? '';
    const looking = {
      ...testScenario,
      keys: key === undefined ? [] : [{ ...key, policy: { id: 'key', text } }],
    };
    expect(requestSlots(appRequest, looking, suggestions).via).toEqual({ text: '', value: '' });
  });

  test('an encryption context where it is given, or the operation takes one and a policy looks at one', () => {
    expect(requestSlots(appRequest, testScenario, null).encryptionContexts).toEqual([
      { parameter: 'EncryptionContext', which: '', text: 'Tenant = a1', more: 0 },
    ]);
    expect(requestSlots(outsiderRequest, testScenario, suggestions).encryptionContexts).toEqual([
      { parameter: 'EncryptionContext', which: '', text: null, more: 0 },
    ]);
    expect(requestSlots(outsiderRequest, testScenario, null).encryptionContexts).toEqual([]);
    expect(
      requestSlots({ ...appRequest, action: 'kms:DescribeKey' }, testScenario, suggestions)
        .encryptionContexts,
    ).toEqual([]);
  });

  test('ReEncrypt has a source and a destination', () => {
    const request = {
      ...outsiderRequest,
      action: 'kms:ReEncrypt',
      parameters: { SourceEncryptionContext: { a: '1', b: '2', c: '3' } },
    };
    expect(requestSlots(request, testScenario, suggestions).encryptionContexts).toEqual([
      { parameter: 'SourceEncryptionContext', which: 'source', text: 'a = 1', more: 2 },
      { parameter: 'DestinationEncryptionContext', which: 'destination', text: null, more: 0 },
    ]);
    expect(encryptionContextName('SourceEncryptionContext')).toBe('Source encryption context');
    expect(encryptionContextName('EncryptionContext')).toBe('Encryption context');
  });
});

test.each([
  [appRequest, null],
  [{ ...appRequest, context: { a: '1' } }, '1 context value set'],
  [
    { ...appRequest, context: { a: '1', b: null }, parameters: { KeySpec: 'x' } },
    '2 context values and 1 parameter set',
  ],
  [{ ...appRequest, action: 'kms:DescribeKey' }, '1 parameter set'],
  [
    {
      ...appRequest,
      context: { a: '1' },
      session: { mfaAuthenticated: false, tags: { t: '1' } },
      ciphertext: {},
    },
    '1 context value, 2 session details and the ciphertext set',
  ],
])('beyond the sentence of %j: %j', (request, words) => {
  expect(beyondTheSentence(request)).toBe(words);
});

test('a problem belongs to its field and to what is inside it', () => {
  const problems = [
    { field: 'parameters.EncryptionContext', message: '1' },
    { field: 'parameters', message: '2' },
    { field: 'parametersOther', message: '3' },
    { field: 'context[0]', message: '4' },
  ];
  expect(problemsAt(problems, 'parameters').map(({ message }) => message)).toEqual(['1', '2']);
  expect(problemsAt(problems, 'context').map(({ message }) => message)).toEqual(['4']);
});

describe('details of the session', () => {
  test('a user has none, a role session an issuer and tags, a federated user the user who federated', () => {
    const user = { principal: 'arn:aws:iam::111122223333:user/Alice', action: 'kms:Decrypt' };
    expect(sessionFieldsOf(user)).toEqual({ issuer: null, hasTags: false, hasPolicies: false });
    expect(sessionFieldsOf(appRequest)).toMatchObject({
      issuer: 'Role of the session, with its path',
      hasTags: true,
    });
    const federated = { ...user, principal: 'arn:aws:sts::111122223333:federated-user/Bob' };
    expect(sessionFieldsOf(federated).issuer).toBe('User who federated');
  });

  test('what is set is shown for every principal', () => {
    const request = {
      principal: 'logs.us-east-1.amazonaws.com',
      action: 'kms:Decrypt',
      session: { issuer: 'x', tags: {}, policies: [{ id: 's', text: '{}' }] },
    };
    expect(sessionFieldsOf(request)).toEqual({
      issuer: 'Role of the session, with its path',
      hasTags: true,
      hasPolicies: true,
    });
  });
});
