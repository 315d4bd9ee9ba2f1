import { describe, expect, it } from 'vitest';
import { type Around, allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
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
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
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
