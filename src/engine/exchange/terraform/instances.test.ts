import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { readTerraform } from './readTerraform.ts';

/** The keys of a configuration: their addresses, with the facts, policies and aliases that are known. */
function keys(text: string) {
  const { pieces } = readTerraform(text);
  return pieces.map((piece) => {
    const settled = settle(piece, new Map());
    if (settled.kind !== 'key') throw new Error(`${piece.title} is no key.`);
    const { metadata, policy, aliases } = settled;
    return [piece.title, metadata?.['Description'], policy && (JSON.parse(policy.text) as unknown), aliases];
  });
}

const KEY = (over: string, words: string) => `resource "aws_kms_key" "k" {
  ${over}
  description = ${words}
}
`;

describe('a block that makes several keys', () => {
  it.each<[string, string, readonly unknown[]]>([
    [
      'goes over a map',
      KEY('for_each = { a = "x", b = "y" }', '"${each.key} ${each.value}"'),
      [
        ['aws_kms_key.k["a"]', 'a x'],
        ['aws_kms_key.k["b"]', 'b y'],
      ],
    ],
    [
      'goes over a set',
      KEY('for_each = toset(["a", "b"])', '"${each.key} ${each.value}"'),
      [
        ['aws_kms_key.k["a"]', 'a a'],
        ['aws_kms_key.k["b"]', 'b b'],
      ],
    ],
    [
      'goes over the default of a variable',
      `variable "keys" { default = { a = { says = "x" } } }\n${KEY('for_each = var.keys', 'each.value.says')}`,
      [['aws_kms_key.k["a"]', 'x']],
    ],
    [
      'counts',
      KEY('count = 2', '"Number ${count.index}"'),
      [
        ['aws_kms_key.k[0]', 'Number 0'],
        ['aws_kms_key.k[1]', 'Number 1'],
      ],
    ],
    ['counts to one', KEY('count = 1', '"Number ${count.index}"'), [['aws_kms_key.k', 'Number 0']]],
    [
      'goes over what is not known',
      KEY('for_each = data.x.y', 'each.key'),
      [['aws_kms_key.k', '${each.key}']],
    ],
    [
      'goes over more than anybody wrote',
      KEY('count = 51', '"Number ${count.index}"'),
      [['aws_kms_key.k', 'Number ${count.index}']],
    ],
  ])('that %s', (_, text, expected) => {
    expect(keys(text).map(([title, description]) => [title, description])).toEqual(expected);
  });

  it('has the policies and aliases of blocks that go over the same', () => {
    const text = `
locals { names = toset(["a", "b"]) }
${KEY('for_each = local.names', 'each.key')}
resource "aws_kms_key_policy" "k" {
  for_each = local.names
  key_id = aws_kms_key.k[each.key].id
  policy = jsonencode({ Id = each.value })
}
resource "aws_kms_alias" "k" {
  for_each = aws_kms_key.k
  name = "alias/\${each.key}"
  target_key_id = each.value.key_id
}
resource "aws_kms_alias" "other" {
  name = "alias/other"
  target_key_id = aws_kms_key.k["b"].key_id
}`;
    expect(keys(text)).toEqual([
      ['aws_kms_key.k["a"]', 'a', { Id: 'a' }, ['alias/a']],
      ['aws_kms_key.k["b"]', 'b', { Id: 'b' }, ['alias/b', 'alias/other']],
    ]);
  });

  it('is named by its number', () => {
    const text = `${KEY('count = 2', '"x"')}
resource "aws_kms_key_policy" "k" {
  count = 2
  key_id = aws_kms_key.k[count.index].id
  policy = jsonencode({ Id = "p\${count.index}" })
}`;
    expect(keys(text).map(([title, , policy]) => [title, policy])).toEqual([
      ['aws_kms_key.k[0]', { Id: 'p0' }],
      ['aws_kms_key.k[1]', { Id: 'p1' }],
    ]);
  });
});
