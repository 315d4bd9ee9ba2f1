import { describe, expect, it } from 'vitest';
import { kmsActions } from '#engine/catalog/actions.ts';
import type { DocumentKind } from '../documentKind.ts';
import { at } from '../testing/cursor.ts';

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
