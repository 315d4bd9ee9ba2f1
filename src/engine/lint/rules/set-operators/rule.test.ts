import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { setOperators as rule } from './rule.ts';

describe('set operators', () => {
  it.each([
    [
      'one that KMS refuses',
      allow({ Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContext:App': 'a' } } }),
      ['OVERLY_PERMISSIVE_CONDITION "ForAllValues:StringEquals"'],
    ],
    [
      'on a key with one value',
      allow({ Condition: { 'ForAllValues:StringEquals': { 'kms:CallerAccount': '111122223333' } } }),
      ['FORALLVALUES_WITH_SINGLE_VALUED_KEY "ForAllValues:StringEquals"'],
    ],
    [
      'that requires nothing',
      allow({ Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'App' } } }),
      ['FORALLVALUES_WITHOUT_NULL_CHECK "ForAllValues:StringEquals"'],
    ],
    [
      'missing on a key with several values',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContextKeys': 'App' } } }),
      ['MISSING_QUALIFIER "StringEquals"'],
    ],
    [
      'with Null',
      allow({ Condition: { 'ForAllValues:Null': { 'kms:EncryptionContextKeys': 'false' } } }),
      ['NULL_WITH_QUALIFIER "ForAllValues:Null"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['a single value', allow({ Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } } })],
    [
      'any value',
      allow({ Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'App' } } }),
    ],
    [
      'all values of what must be there',
      allow({
        Condition: {
          'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'App' },
          Null: { 'kms:EncryptionContextKeys': 'false' },
        },
      }),
    ],
    [
      'all names of pairs one of which must be there',
      allow({
        Condition: {
          'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['App', 'Stage'] },
          StringEquals: { 'kms:EncryptionContext:App': 'a' },
        },
      }),
    ],
    [
      'operations of grants, which are always there',
      allow({
        Action: 'kms:CreateGrant',
        Condition: { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Decrypt'] } },
      }),
    ],
    [
      'a Deny',
      allow({
        Effect: 'Deny',
        Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'App' } },
      }),
    ],
    ['keys of other services', allow({ Condition: { 'ForAllValues:StringEquals': { 's3:prefix': 'a' } } })],
    ['Null', allow({ Condition: { Null: { 'kms:EncryptionContextKeys': 'false' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('leaves the set operator out', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({ Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContext:App': 'a' } } }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { StringEquals: { 'kms:EncryptionContext:App': 'a' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('moves one of several conditions', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Condition: {
          StringEquals: { 'kms:EncryptionContextKeys': 'App', 'kms:CallerAccount': '111122223333' },
        },
      }),
    );
    expect(policy).toMatchObject({
      Statement: {
        Condition: {
          StringEquals: { 'kms:CallerAccount': '111122223333' },
          'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'App' },
        },
      },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('asks for the key as well', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({ Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'App' } } }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { Null: { 'kms:EncryptionContextKeys': 'false' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
