import { expect, test } from 'vitest';
import { parseGrants } from './parseGrants.ts';

const grantee = '"GranteePrincipal":"arn:aws:iam::111122223333:role/App"';
const operations = '"Operations":["Decrypt"]';

/** A text, and its problems: code, message and the part of the text each is about. */
test.each<[string, string, readonly (readonly [string, string, string])[]]>([
  [
    'something else than grants',
    '{"a":1}',
    [
      [
        'INVALID_GRANT_LIST',
        'This is no list of grants: an array of grants or the output of `aws kms list-grants` is expected.',
        '{"a":1}',
      ],
    ],
  ],
  [
    'an entry that is none',
    `[7,{${grantee},${operations}}]`,
    [['DATA_TYPE_MISMATCH', 'A grant is an object, and this is a number.', '7']],
  ],
  [
    'a grant for nobody',
    `[{${operations}}]`,
    [
      [
        'MISSING_GRANTEE',
        'The grant names no `GranteePrincipal`, so it allows nobody anything.',
        `{${operations}}`,
      ],
    ],
  ],
  ['a grant for a service', `[{"GranteeServicePrincipal":"dynamodb.amazonaws.com",${operations}}]`, []],
  [
    'a grant of nothing',
    `[{${grantee},"Operations":[]}]`,
    [
      [
        'MISSING_OPERATIONS',
        'The grant lists no `Operations`, so it allows nothing.',
        `{${grantee},"Operations":[]}`,
      ],
    ],
  ],
  [
    'an operation no grant can have',
    `[{${grantee},"Operations":["PutKeyPolicy"]}]`,
    [
      [
        'INVALID_GRANT_OPERATION',
        'A grant cannot allow `PutKeyPolicy`: it is not one of the grant operations, and counts for nothing.',
        '"PutKeyPolicy"',
      ],
    ],
  ],
  [
    'a constraint that is no object',
    `[{${grantee},${operations},"Constraints":{"EncryptionContextSubset":["a"]}}]`,
    [
      [
        'DATA_TYPE_MISMATCH',
        'An encryption context constraint is an object of pairs, and this is a list.',
        '["a"]',
      ],
    ],
  ],
  [
    'a pair whose value is no text',
    `[{${grantee},${operations},"Constraints":{"EncryptionContextEquals":{"tenant":null}}}]`,
    [['DATA_TYPE_MISMATCH', 'The value of `tenant` is null, and an encryption context holds texts.', 'null']],
  ],
])('%s', (_, text, expected) => {
  const { diagnostics } = parseGrants(text, 'grants');
  expect(
    diagnostics.map(({ code, message, severity, span }) => [
      code,
      message,
      severity,
      text.slice(span.from, span.to),
    ]),
  ).toEqual(expected.map(([code, message, at]) => [code, message, 'error', at]));
});

test('a broken text is no grants at all', () => {
  const { grants, diagnostics } = parseGrants(`[{${grantee},${operations}`, 'grants');
  expect(grants).toBeUndefined();
  expect(diagnostics.length).toBeGreaterThan(0);
});

test('every part of a grant is kept, and one without an id is numbered from 1', () => {
  const entry = {
    Name: 'nightly',
    KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
    GranteePrincipal: 'arn:aws:iam::111122223333:role/App',
    GranteeServicePrincipal: 'dynamodb.us-east-1.amazonaws.com',
    RetiringPrincipal: 'arn:aws:iam::111122223333:role/Admin',
    RetiringServicePrincipal: 'rds.us-east-1.amazonaws.com',
    IssuingAccount: 'arn:aws:iam::111122223333:root',
    Operations: ['Decrypt', 'Encrypt'],
    Constraints: { EncryptionContextEquals: { a: '1' }, SourceArn: 'arn:aws:s3:::bucket' },
  };
  const text = JSON.stringify([{ ...entry, GrantId: 'g' }, entry]);
  const [first, second] = parseGrants(text, 'grants').grants ?? [];
  expect(first).toMatchObject({
    id: 'g',
    ref: 'grant:g',
    name: 'nightly',
    keyId: entry.KeyId,
    grantee: { value: entry.GranteePrincipal },
    granteeService: { value: entry.GranteeServicePrincipal },
    retiring: { value: entry.RetiringPrincipal },
    retiringService: { value: entry.RetiringServicePrincipal },
    issuingAccount: entry.IssuingAccount,
    operations: [{ value: 'Decrypt' }, { value: 'Encrypt' }],
    equals: { pairs: new Map([['a', '1']]) },
    subset: undefined,
    sourceArn: { value: 'arn:aws:s3:::bucket' },
  });
  expect(text.slice(first?.operationsSpan.from, first?.operationsSpan.to)).toBe('["Decrypt","Encrypt"]');
  expect(second?.ref).toBe('grant:#2');
});
