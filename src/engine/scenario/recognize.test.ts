import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognize } from './recognize.ts';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const KEY_POLICY = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
  ],
};
const IDENTITY_POLICY = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*' },
};
const pretty = (value: unknown) => JSON.stringify(value, undefined, 2);
const GRANT = {
  GrantId: 'g',
  GranteePrincipal: 'arn:aws:iam::111122223333:role/App',
  Operations: ['Decrypt'],
};

describe('a policy', () => {
  it('is a key policy where it names a principal, and keeps its layout', () => {
    const text = `\n${JSON.stringify(KEY_POLICY, undefined, 7)}\n`;
    expect(recognize(text)).toEqual({ kind: 'keyPolicy', text, account: '111122223333' });
    const not = { Statement: [{ NotPrincipal: '*' }] };
    expect(recognize(pretty(not)).kind).toBe('keyPolicy');
  });

  it('is an identity-based policy where it names none', () => {
    expect(recognize(pretty(IDENTITY_POLICY))).toEqual({
      kind: 'identityPolicy',
      text: pretty(IDENTITY_POLICY),
      otherwise: ['permissionsBoundary', 'sessionPolicy', 'serviceControlPolicy'],
    });
  });

  it('is laid out where it came on one line', () => {
    expect(recognize(JSON.stringify(KEY_POLICY))).toMatchObject({
      kind: 'keyPolicy',
      text: pretty(KEY_POLICY),
    });
    expect(recognize(` ${JSON.stringify(IDENTITY_POLICY)}\n`)).toMatchObject({
      text: pretty(IDENTITY_POLICY),
    });
  });

  it.each([
    [
      'get-key-policy',
      JSON.stringify({ Policy: pretty(KEY_POLICY), PolicyName: 'default' }),
      'The policy was taken out of the output of `get-key-policy`.',
    ],
    [
      'get-key-policy, pretty',
      pretty({ Policy: JSON.stringify(KEY_POLICY), PolicyName: 'default' }),
      'The policy was taken out of the output of `get-key-policy`.',
    ],
    [
      'an escaped string',
      JSON.stringify(pretty(KEY_POLICY)),
      'The policy was an escaped string and has been unwrapped.',
    ],
    [
      'an escaped string without its quotes',
      JSON.stringify(pretty(KEY_POLICY)).slice(1, -1),
      'The policy was an escaped string and has been unwrapped.',
    ],
    [
      'a doubly escaped string',
      JSON.stringify(JSON.stringify(JSON.stringify(KEY_POLICY))),
      'The policy was an escaped string and has been unwrapped.',
    ],
    [
      'get-policy-version',
      pretty({ PolicyVersion: { Document: KEY_POLICY } }),
      'The policy was taken out of the output of `get-policy-version`.',
    ],
  ])('is unwrapped from %s', (_, text, note) => {
    expect(recognize(text)).toEqual({
      kind: 'keyPolicy',
      text: pretty(KEY_POLICY),
      account: '111122223333',
      note,
    });
  });

  it('may begin with a byte order mark', () => {
    expect(recognize(`\ufeff${pretty(KEY_POLICY)}`)).toMatchObject({
      kind: 'keyPolicy',
      text: pretty(KEY_POLICY),
    });
  });

  it.each<[string, readonly unknown[], string | undefined]>([
    ['its account id', ['111122223333'], '111122223333'],
    ['the same account twice', ['111122223333', 'arn:aws:iam::111122223333:root'], '111122223333'],
    ['two accounts', ['111122223333', '444455556666'], undefined],
    ['only a role', ['arn:aws:iam::111122223333:role/App'], undefined],
    ['a role beside it', ['arn:aws:iam::444455556666:role/App', '111122223333'], '111122223333'],
    ['a placeholder', ['arn:aws:iam::Your_account_ID:root'], undefined],
  ])('that names %s', (_, AWS, account) => {
    const recognized = recognize(pretty({ Statement: [{ Principal: { AWS } }] }));
    expect(recognized).toMatchObject({ kind: 'keyPolicy' });
    expect('account' in recognized ? recognized.account : undefined).toBe(account);
  });

  it('that is broken reaches the editor as it is, with its errors', () => {
    const text = '{\n  "Version": "2012-10-17"\n  "Statement": [{"Effect": "Allow"}]\n}';
    expect(recognize(text)).toMatchObject({
      kind: 'keyPolicy',
      text,
      diagnostics: [
        {
          message: 'A comma is missing after `"2012-10-17"`.',
          span: { text: 'key', from: text.indexOf('\n  "Statement') - 1 },
        },
      ],
    });
    const twice = '{"Statement":{"Effect":"Deny","Effect":"Allow"}}';
    expect(recognize(twice)).toMatchObject({
      kind: 'identityPolicy',
      text: twice,
      diagnostics: [{ code: 'DUPLICATE_KEY' }],
    });
    const wrapped = JSON.stringify({ Policy: text, PolicyName: 'default' });
    expect(recognize(wrapped)).toMatchObject({
      kind: 'keyPolicy',
      text,
      diagnostics: [{ code: 'JSON_SYNTAX_ERROR' }],
    });
    expect(recognize(JSON.stringify(text))).toMatchObject({
      kind: 'keyPolicy',
      text,
      diagnostics: [{ code: 'JSON_SYNTAX_ERROR' }],
    });
  });
});

describe('other texts', () => {
  it('are scenarios, with texts as their author typed them', () => {
    const scenario = { keyway: 1, keys: [{ arn: KEY, policy: KEY_POLICY }] };
    expect(recognize(pretty(scenario))).toMatchObject({
      kind: 'scenario',
      suite: false,
      scenarios: [{ keys: [{ policy: { id: 'key', text: pretty(KEY_POLICY) } }] }],
    });
    expect(recognize(pretty([scenario, scenario]))).toMatchObject({
      kind: 'scenario',
      suite: true,
      scenarios: [{}, {}],
    });
  });

  it('are scenarios that cannot be read, with the reason', () => {
    expect(recognize('{"keyway":1,"keyz":[]}')).toMatchObject({
      kind: 'unknown',
      because: 'This scenario cannot be read: `/keyz` is no field of the scenario format.',
      diagnostics: [{ code: 'UNKNOWN_FIELD' }],
    });
    expect(recognize('{"keyway":1,}')).toMatchObject({
      kind: 'unknown',
      diagnostics: [{ code: 'JSON_SYNTAX_ERROR' }],
    });
  });

  it.each([
    ['list-grants', { Grants: [GRANT], Truncated: false }],
    ['an empty list-grants', { Grants: [] }],
    ['a list of grants', [GRANT, GRANT]],
    ['one grant', GRANT],
  ])('are grants: %s', (_, value) => {
    expect(recognize(pretty(value))).toEqual({ kind: 'grants', text: pretty(value) });
    expect(recognize(JSON.stringify(value))).toEqual({ kind: 'grants', text: pretty(value) });
  });

  it('are broken grants', () => {
    const text = pretty({ Grants: [GRANT] }).slice(0, -1);
    expect(recognize(text)).toEqual({ kind: 'grants', text });
  });

  it('are the output of describe-key', () => {
    const metadata = {
      Arn: KEY,
      KeyId: KEY.slice(-36),
      KeyState: 'Disabled',
      CreationDate: '2026-01-01T00:00:00+00:00',
    };
    expect(recognize(pretty({ KeyMetadata: metadata }))).toEqual({ kind: 'keyMetadata', arn: KEY, metadata });
    expect(recognize(pretty(metadata))).toEqual({ kind: 'keyMetadata', arn: KEY, metadata });
    expect(recognize(pretty({ KeyMetadata: { ...metadata, KeyState: 5 } }))).toMatchObject({
      kind: 'unknown',
      because:
        'This output of `describe-key` cannot be read: `/KeyMetadata/KeyState` must be a text, not a number.',
    });
  });

  it('are the output of list-aliases', () => {
    const entry = {
      AliasName: 'alias/a',
      AliasArn: 'arn:aws:kms:us-east-1:111122223333:alias/a',
      TargetKeyId: 'k',
    };
    expect(recognize(pretty({ Aliases: [entry, { AliasName: 'alias/aws/ebs' }] }))).toEqual({
      kind: 'aliases',
      aliases: [{ name: 'alias/a', arn: entry.AliasArn, targetKeyId: 'k' }, { name: 'alias/aws/ebs' }],
    });
  });

  it('are the output of list-resource-tags', () => {
    const recognized = recognize('{"Tags":[{"TagKey":"__proto__","TagValue":"x"}],"Truncated":false}');
    expect(recognized.kind).toBe('tags');
    expect('tags' in recognized && Object.entries(recognized.tags)).toEqual([['__proto__', 'x']]);
  });

  it.each([
    '',
    ' \n',
    'hello',
    '5',
    '[]',
    '{}',
    '{"Tags":[5]}',
    '"x"',
    '[{"a":1}]',
    '['.repeat(1000),
    'x'.repeat(8_000_001),
  ])('are unknown, with what is accepted: %.20s', (text) => {
    expect(recognize(text)).toMatchObject({ kind: 'unknown', because: expect.stringMatching(/^[^\n]+\.$/) });
  });

  it('are never too strange', () => {
    const words = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"Statement"',
      '"keyway"',
      ':',
      ',',
      '"Policy"',
      '\\"',
      '"',
      '\\',
      '1',
      '"Grants"',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((each) => each.join('')),
          fc.json(),
        ),
        (text) => {
          const recognized = recognize(text);
          expect(recognized.kind !== 'unknown' || /^[^\n]+\.$/.test(recognized.because)).toBe(true);
        },
      ),
    );
  });
});
