import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { valueTypes as rule } from './rule.ts';

describe('types of values', () => {
  it.each([
    [
      'Bool',
      allow({ Condition: { Bool: { 'aws:SecureTransport': 'yes' } } }),
      ['TYPE_MISMATCH_BOOLEAN "yes"'],
    ],
    ['Null', allow({ Condition: { Null: { 'aws:SourceVpc': 'no' } } }), ['TYPE_MISMATCH_BOOLEAN "no"']],
    [
      'a date',
      allow({ Condition: { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } } }),
      ['TYPE_MISMATCH_DATE "tomorrow"'],
    ],
    [
      'an address',
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113' } } }),
      ['TYPE_MISMATCH_IP_RANGE "203.0.113"'],
    ],
    [
      'a year',
      allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2027' } } }),
      ['INVALID_DATE_VALUE "2027"'],
    ],
    [
      'a date without hyphens',
      allow({ Condition: { DateGreaterThan: { 'aws:EpochTime': '20270131' } } }),
      ['INVALID_DATE_VALUE "20270131"'],
    ],
    [
      'both truths',
      allow({ Condition: { Bool: { 'aws:SecureTransport': ['true', 'FALSE'] } } }),
      ['INVALID_CONDITION_MULTIPLE_BOOLEAN "FALSE"'],
    ],
    [
      'a number',
      allow({ Condition: { NumericEquals: { 'kms:RotationPeriodInDays': 'many' } } }),
      ['TYPE_MISMATCH_NUMBER "many"'],
    ],
    [
      'texts for truth values',
      allow({ Condition: { StringEquals: { 'aws:SecureTransport': 'true' } } }),
      ['TYPE_MISMATCH "StringEquals"'],
    ],
    [
      'texts for addresses',
      allow({ Condition: { StringLike: { 'aws:SourceIp': '203.0.*' } } }),
      ['TYPE_MISMATCH "StringLike"'],
    ],
    [
      'truth values for texts',
      allow({ Condition: { Bool: { 'kms:CallerAccount': 'true' } } }),
      ['TYPE_MISMATCH "Bool"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['seconds', allow({ Condition: { DateLessThan: { 'aws:EpochTime': '1798761600' } } })],
    ['one truth twice', allow({ Condition: { Bool: { 'aws:SecureTransport': ['true', 'TRUE'] } } })],
    ['true', allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ['a JSON truth value', allow({ Condition: { Bool: { 'aws:SecureTransport': true } } })],
    ['an address', allow({ Condition: { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } } })],
    [
      'texts for ARNs',
      allow({ Condition: { StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/App' } } }),
    ],
    [
      'ARNs for texts',
      allow({
        Condition: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:*' },
        },
      }),
    ],
    ['a variable', allow({ Condition: { Bool: { 'aws:SecureTransport': '${aws:PrincipalTag/secure}' } } })],
    ['numbers for times', allow({ Condition: { NumericLessThan: { 'aws:EpochTime': '1700000000' } } })],
    ['unknown keys', allow({ Condition: { NumericLessThan: { 's3:max-keys': '10' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
