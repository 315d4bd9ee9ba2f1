import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { encryptionContextCase as rule } from './rule.ts';

describe('the spelling of pairs', () => {
  it.each([
    [
      'another case',
      allow({
        Condition: {
          StringEquals: { 'kms:EncryptionContext:AppName': 'a' },
          'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'appname' },
        },
      }),
      ['ENCRYPTION_CONTEXT_KEY_CASE "appname"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'the same case',
      allow({
        Condition: {
          StringEquals: { 'kms:EncryptionContext:AppName': 'a' },
          'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'AppName' },
        },
      }),
    ],
    [
      'another name',
      allow({
        Condition: {
          StringEquals: { 'kms:EncryptionContext:AppName': 'a' },
          'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['AppName', 'Stage'] },
        },
      }),
    ],
    [
      'an operator that ignores case',
      allow({
        Condition: {
          StringEquals: { 'kms:EncryptionContext:AppName': 'a' },
          'ForAllValues:StringEqualsIgnoreCase': { 'kms:EncryptionContextKeys': 'appname' },
        },
      }),
    ],
    [
      'one spelling only',
      allow({ Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'appname' } } }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('spells it alike', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Condition: {
          StringEquals: { 'kms:EncryptionContext:AppName': 'a' },
          'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'appname' },
        },
      }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': 'AppName' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
