import { describe, expect, it } from 'vitest';
import { kmsActions } from '#engine/catalog/actions.ts';
import type { DocumentKind } from '../documentKind.ts';
import { at } from '../testing/cursor.ts';
import { orders } from '../testing/orders.ts';

const action = (name: string) => `{ "Statement": [{ "Action": ["|${name}"] }] }`;

describe('hovering over an action', () => {
  it.each<[DocumentKind, string, string]>([
    ['key', 'kms:Decrypt', 'Turn ciphertext back into plaintext'],
    ['key', 'KMS:decrypt', 'Turn ciphertext back into plaintext'],
    ['key', 'kms:CreateKey', 'It is about no key, so a key policy has no say in it'],
    ['key', 'kms:CreateAlias', 'an IAM policy must also allow it on the alias'],
    ['key', 'kms:ReEncrypt', 'write `kms:ReEncryptFrom` and `kms:ReEncryptTo`'],
    ['key', 'kms:PutKeyPolicy', 'Principals of other accounts cannot do this'],
    ['key', 'kms:*', 'A key policy has no say in'],
    ['identity', 'kms:GenerateDataKey*', 'Takes in 4 actions of KMS: `kms:GenerateDataKey`'],
    ['identity', 'kms:Foo*', 'Matches no action of KMS.'],
    ['identity', '*', 'Every action of every AWS service.'],
    ['identity', 's3:GetObject', 'Amazon S3 (SSE-KMS): to read an object.'],
    ['identity', 's3:ListBucket', 'An action of another service'],
  ])('of a %s: %s', (kind, name, part) => {
    const cursor = at(kind, action(name));
    const card = cursor.hover();
    expect(card?.lines.join(' ')).toContain(part);
    expect(card).toMatchObject({ from: cursor.offset, to: cursor.offset + name.length });
  });

  it.each(['kms:Foo', 'nonsense', '', 'foo:Bar'])('says nothing about %s', (name) => {
    expect(at('key', action(name)).hover()).toBeNull();
  });

  it('links a page of AWS for every one', () => {
    const pages = kmsActions
      .filter(({ class: kind }) => kind !== 'internal')
      .map(({ name }) => at('identity', action(name)).hover()?.page?.url ?? name);
    expect(pages.filter((url) => !/^https:\/\/docs\.aws\.amazon\.com\/[\w/-]+\.html$/.test(url))).toEqual([]);
  });
});

describe('hovering over anything else', () => {
  const statement = (members: string) => `{ "Version": "2012-10-17", "Statement": [{ ${members} }] }`;
  const key = orders.keys[0]?.arn ?? '';

  it.each<[DocumentKind, string, string]>([
    ['key', '{ "Ver|sion": "2012-10-17" }', 'The version of the policy language'],
    ['key', '{ "Version": "2012|-10-17" }', '`${…}` is a policy variable'],
    ['key', statement('"Eff|ect": "Allow"'), 'a Deny always wins'],
    ['key', statement('"Effect": "Al|low"'), 'The statement allows, unless a Deny anywhere applies.'],
    ['key', statement('"Resou|rce": "*"'), 'In a key policy `*` is this key'],
    ['key', statement('"Resource": "|*"'), `This key: \`${key.slice(0, 20)}`],
    ['identity', statement('"Resource": "|*"'), 'Every resource'],
    ['identity', statement('"Prin|cipal": "*"'), 'It cannot stand in an identity-based policy'],
    [
      'identity',
      statement(`"Resource": "|${key}"`),
      'A key of this scenario, `alias/orders`: SYMMETRIC_DEFAULT, Enabled.',
    ],
    [
      'identity',
      statement('"Resource": "|arn:aws:kms:*"'),
      'Takes in, of this scenario: `arn:aws:kms:us-east-1',
    ],
    [
      'identity',
      statement('"Resource": "|arn:aws:kms:eu*"'),
      'Takes in no key or resource of this scenario.',
    ],
    ['rcp', statement('"Principal|": "*"'), 'In a resource control policy it can only be `*`.'],
    ['key', statement('"Principal": { "A|WS": "*" }'), 'Accounts, IAM users and roles'],
    ['key', statement('"Principal": { "AWS": "|*" }'), 'Everyone'],
    [
      'key',
      statement('"Principal": { "AWS": "|111122223333" }'),
      'As it owns the key, its IAM policies decide',
    ],
    [
      'key',
      statement('"Principal": { "AWS": "|arn:aws:iam::444455556666:root" }'),
      '`Partner` in this scenario',
    ],
    [
      'key',
      statement('"Principal": { "AWS": "|arn:aws:iam::111122223333:role/App" }'),
      'it has 2 IAM policies and a permissions boundary',
    ],
    [
      'key',
      statement('"Principal": { "AWS": "|arn:aws:iam::111122223333:group/G" }'),
      'An IAM group, which is never a principal',
    ],
    [
      'key',
      statement('"Principal": { "Service": "|logs.us-east-1.amazonaws.com" }'),
      'Amazon CloudWatch Logs, when it calls as itself',
    ],
    ['key', statement('"Condition": { "|StringNotEquals": {} }'), 'True also without the key.'],
    ['key', statement('"Condition": { "|ForAllValues:StringLike": {} }'), 'true without values'],
    [
      'key',
      statement(
        '"Action": "kms:*", "Condition": { "StringEquals": { "|kms:EncryptionContext:tenant": "a" } }',
      ),
      'only `kms:CreateGrant`',
    ],
    [
      'key',
      statement(
        '"Action": "kms:DescribeKey", "Condition": { "StringEquals": { "|kms:EncryptionContext:tenant": "a" } }',
      ),
      'No request for the actions of this statement carries it.',
    ],
    [
      'key',
      statement('"Condition": { "StringEquals": { "|kms:EncryptionContextKeys": "a" } }'),
      'several values',
    ],
    [
      'key',
      statement('"Condition": { "StringEquals": { "kms:ViaService": "|s3.us-east-1.amazonaws.com" } }'),
      'Requests that Amazon S3',
    ],
    [
      'key',
      statement('"Condition": { "ArnLike": { "aws:PrincipalArn": "|arn:aws:iam::*:role/*" } }'),
      'Takes in, of this scenario: `arn:aws:iam::111122223333:role/App`',
    ],
    [
      'key',
      statement('"Condition": { "Null": { "kms:ViaService": "|true" } }'),
      '`kms:ViaService` must be absent.',
    ],
    [
      'key',
      statement('"Condition": { "StringLike": { "kms:ViaService": "|s3.*" } }'),
      'any run of characters',
    ],
    ['grants', '[{ "Grantee|Principal": "x" }]', 'Who may use the key through the grant'],
    ['grants', '[{ "Operations": ["Dec|rypt"] }]', 'Turn ciphertext back into plaintext'],
    ['grants', '[{ "GranteePrincipal": "|arn:aws:iam::111122223333:role/App" }]', 'The role `App`'],
    ['grants', '[{ "Constraints": { "Source|Arn": "x" } }]', 'for this resource'],
    [
      'grants',
      '[{ "Constraints": { "EncryptionContextEquals": { "ten|ant": "x" } } }]',
      'upper and lower case count',
    ],
  ])('of a %s: %s', (kind, marked, part) => {
    expect(
      at(kind, marked, orders, kind === 'key' ? 'key' : 'text')
        .hover()
        ?.lines.join(' '),
    ).toContain(part);
  });
});
