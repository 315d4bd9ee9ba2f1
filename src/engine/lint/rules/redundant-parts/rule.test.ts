import { describe, expect, it } from 'vitest';
import { type Around, allow, fixed, lintPolicy, said, saidIn } from '#engine/lint/testing/lint.ts';
import { redundantParts as rule } from './rule.ts';

describe('repetition', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'an action within a pattern',
      allow({ Action: ['kms:Decrypt', 'kms:*'] }),
      ['REDUNDANT_ACTION "kms:Decrypt"'],
    ],
    [
      'an action twice',
      allow({ Action: ['kms:Decrypt', 'kms:decrypt'] }),
      ['REDUNDANT_ACTION "kms:decrypt"'],
    ],
    [
      'a resource within a pattern',
      allow({ Resource: ['*', 'arn:aws:kms:*:*:key/a'], Principal: undefined }),
      ['REDUNDANT_RESOURCE "arn:aws:kms:*:*:key/a"'],
      { type: 'identity' },
    ],
    [
      'a lower bound beside a higher one',
      allow({
        Action: 'kms:EnableKeyRotation',
        Condition: { NumericLessThan: { 'kms:RotationPeriodInDays': ['90', '365'] } },
      }),
      ['REDUNDANT_CONDITION_VALUE_NUM "90"'],
    ],
    [
      'a higher bound beside a lower one',
      allow({
        Action: 'kms:EnableKeyRotation',
        Condition: { NumericGreaterThanEquals: { 'kms:RotationPeriodInDays': [90, 365] } },
      }),
      ['REDUNDANT_CONDITION_VALUE_NUM 365'],
    ],
    [
      'a statement twice',
      [
        allow({ Action: ['kms:Decrypt', 'kms:Encrypt'] }),
        allow({ Sid: 'Again', Action: ['kms:encrypt', 'kms:decrypt'] }),
      ],
      ['REDUNDANT_STATEMENT {'],
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each([
    [
      'numbers that are asked for one by one',
      allow({
        Action: 'kms:EnableKeyRotation',
        Condition: { NumericEquals: { 'kms:RotationPeriodInDays': ['90', '365'] } },
      }),
    ],
    ['different actions', allow({ Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:Generate*'] })],
    ['patterns that overlap', allow({ Action: ['kms:*Key', 'kms:Get*'] })],
    ['a question mark beside a star', allow({ Action: ['kms:?*t', 'kms:Get*'] })],
    [
      'the same for another principal',
      [allow(), allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' } })],
    ],
    [
      'the same with a condition',
      [allow(), allow({ Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } } })],
    ],
    ['a Deny of what is allowed', [allow(), allow({ Effect: 'Deny' })]],
    ['a variable beside a pattern', allow({ Resource: ['${aws:PrincipalTag/key}', '*'] })],
    [
      'a pattern beside a variable',
      allow({ Resource: ['arn:aws:kms:*:*:key/a', 'arn:aws:kms:*:*:key/${aws:PrincipalTag/key}'] }),
    ],
    [
      'numbers that are none',
      allow({
        Action: 'kms:EnableKeyRotation',
        Condition: { NumericLessThan: { 'kms:RotationPeriodInDays': ['90', 'many'] } },
      }),
    ],
    [
      'one bound',
      allow({
        Action: 'kms:EnableKeyRotation',
        Condition: { NumericLessThan: { 'kms:RotationPeriodInDays': '90' } },
      }),
    ],
    [
      'numbers that are ruled out one by one',
      allow({
        Action: 'kms:EnableKeyRotation',
        Condition: { NumericNotEquals: { 'kms:RotationPeriodInDays': ['90', '365'] } },
      }),
    ],
    ['moments', allow({ Condition: { DateLessThan: { 'aws:CurrentTime': ['2026-01-01', '2027-01-01'] } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  const same = (one: object, other: object) =>
    said(rule, [allow({ ...one, Principal: undefined }), allow({ ...other, Principal: undefined })], {
      type: 'identity',
    });
  const KEY_A = 'arn:aws:kms:us-east-1:111122223333:key/a';
  const KEY_B = 'arn:aws:kms:us-east-1:111122223333:key/b';
  const context = (operator: string, key: string, ...values: readonly string[]) => ({
    Condition: { [operator]: { [key]: values } },
  });

  it.each([
    ['resources', { Resource: KEY_A }, { Resource: KEY_B }, 0],
    ['resources that are left out', { Resource: KEY_A }, { Resource: undefined, NotResource: KEY_A }, 0],
    ['the order of resources', { Resource: [KEY_A, KEY_B] }, { Resource: [KEY_B, KEY_A] }, 1],
    ['the case of resources', { Resource: KEY_A }, { Resource: `${KEY_A.slice(0, -1)}A` }, 0],
    ['actions that are left out', {}, { Action: undefined, NotAction: 'kms:Decrypt' }, 0],
    [
      'operators',
      context('StringEquals', 'kms:ViaService', 'a'),
      context('StringLike', 'kms:ViaService', 'a'),
      0,
    ],
    [
      'condition keys',
      context('StringEquals', 'kms:ViaService', 'a'),
      context('StringEquals', 'kms:CallerAccount', 'a'),
      0,
    ],
    [
      'the case of condition keys',
      context('StringEquals', 'kms:ViaService', 'a'),
      context('StringEquals', 'KMS:viaservice', 'a'),
      1,
    ],
    [
      'values',
      context('StringEquals', 'kms:ViaService', 'a'),
      context('StringEquals', 'kms:ViaService', 'b'),
      0,
    ],
    [
      'the order of values',
      context('StringEquals', 'kms:ViaService', 'a', 'b'),
      context('StringEquals', 'kms:ViaService', 'b', 'a'),
      1,
    ],
  ])('of two statements that differ in %s', (_, one, other, count) => {
    expect(same(one, other)).toHaveLength(count);
  });

  it.each([
    [['kms:Decrypt', 'kms:*'], '`kms:Decrypt` is taken in by another entry of the list.'],
    [
      ['kms:Decrypt', 'kms:*', 'kms:Encrypt', 'kms:Sign'],
      '`kms:Decrypt` and 2 more are taken in by another entry of the list.',
    ],
  ])('of %s says which are idle', (Action, message) => {
    const found = lintPolicy(allow({ Action })).filter((one) => one.rule === rule.name);
    expect(found.map((one) => one.message)).toEqual([message]);
  });

  it('of bounds says which one counts', () => {
    const bounds = { NumericLessThan: { 'kms:RotationPeriodInDays': ['90', '365'] } };
    const [found] = lintPolicy(allow({ Action: 'kms:EnableKeyRotation', Condition: bounds })).filter(
      (one) => one.rule === rule.name,
    );
    expect(found).toMatchObject({
      message: 'Beside `365`, `90` changes nothing: one bound that holds is enough.',
      help: 'Keep the one that is meant.',
    });
  });

  it('removes what is taken in', () => {
    const { policy, scenario } = fixed(rule, allow({ Action: ['kms:Decrypt', 'kms:*', 'kms:Encrypt'] }));
    expect(policy).toMatchObject({ Statement: { Action: ['kms:*'] } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('removes the statement', () => {
    const { policy, scenario } = fixed(rule, [allow(), allow()]);
    expect(policy).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ],
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
