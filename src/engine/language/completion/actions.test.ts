import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../documentKind.ts';
import { at } from '../testing/cursor.ts';

const open = '{ "Statement": [{ "Effect": "Allow", "Action": [|] }] }';

describe('actions that can be entered', () => {
  it('come most used first, with what they mean', () => {
    const items = at('key', open).list()?.items ?? [];
    expect(items.slice(0, 4).map(({ label }) => label)).toEqual([
      'kms:Decrypt',
      'kms:*',
      'kms:GenerateDataKey*',
      'kms:DescribeKey',
    ]);
    expect(items.every(({ meaning }) => meaning.length > 10)).toBe(true);
  });

  it.each<[DocumentKind, string, boolean]>([
    ['key', 'kms:Decrypt', true],
    ['key', 'kms:CreateKey', false],
    ['key', 'kms:RetireGrant', false],
    ['key', 'kms:CreateAlias', true],
    ['key', 'kms:ReEncrypt', false],
    ['key', 's3:GetObject', false],
    ['identity', 'kms:CreateKey', true],
    ['identity', 's3:GetObject', true],
    ['boundary', 's3:GetObject', true],
    ['session', 'kms:Decrypt', true],
    ['scp', 'kms:ScheduleKeyDeletion', true],
    ['rcp', 's3:GetObject', true],
    ['rcp', 'lambda:CreateFunction', false],
    ['endpoint', 'kms:Decrypt', true],
    ['endpoint', 's3:GetObject', false],
    ['resource', 's3:GetObject', true],
    ['resource', 'kms:Decrypt', false],
  ])('of a %s: %s is offered: %s', (kind, name, isOffered) => {
    expect(at(kind, open).labels().includes(name)).toBe(isOffered);
  });

  it('are not offered twice', () => {
    const labels = at('key', '{ "Statement": { "Action": ["KMS:decrypt", "|"] } }').labels();
    expect(labels).not.toContain('kms:Decrypt');
    expect(labels).toContain('kms:Encrypt');
  });

  it.each<[string, string]>([
    ['{ "Statement": { "Action": | } }', '{ "Statement": { "Action": "kms:Encrypt" } }'],
    ['{ "Statement": { "Action": "kms:De|crypt" } }', '{ "Statement": { "Action": "kms:Encrypt" } }'],
    ['{ "Statement": { "Action": "kms:E|', '{ "Statement": { "Action": "kms:Encrypt"'],
    [
      '{ "Statement": { "Action": ["kms:Sign" "|"] } }',
      '{ "Statement": { "Action": ["kms:Sign", "kms:Encrypt"] } }',
    ],
    [
      '{ "Statement": { "Action": ["|" "kms:Sign"] } }',
      '{ "Statement": { "Action": ["kms:Encrypt", "kms:Sign"] } }',
    ],
    [
      '{ "Statement": { "Action": | "Resource": "*" } }',
      '{ "Statement": { "Action": "kms:Encrypt", "Resource": "*" } }',
    ],
    ['{ "Statement": { "NotAction": kms| } }', '{ "Statement": { "NotAction": "kms:Encrypt" } }'],
  ])('entered into %s', (marked, result) => {
    expect(at('key', marked).accept('kms:Encrypt').replaceAll(/ +/g, ' ')).toBe(result);
  });
});
