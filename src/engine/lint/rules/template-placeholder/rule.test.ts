import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { templatePlaceholder as rule } from './rule.ts';

describe('values of templates', () => {
  it.each([
    [
      '<ACCOUNT-ID>',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '<ACCOUNT-ID>' } } }),
      ['TEMPLATE_PLACEHOLDER "<ACCOUNT-ID>"'],
    ],
    [
      'arn:aws:s3:::{{bucket}}/x',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': 'arn:aws:s3:::{{bucket}}/x' } } }),
      ['TEMPLATE_PLACEHOLDER "arn:aws:s3:::{{bucket}}/x"'],
    ],
    [
      '${AccountId}',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${AccountId}' } } }),
      ['TEMPLATE_PLACEHOLDER "${AccountId}"'],
    ],
    [
      '${AWS::AccountId}',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${AWS::AccountId}' } } }),
      ['TEMPLATE_PLACEHOLDER "${AWS::AccountId}"'],
    ],
    [
      '${var.account}',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${var.account}' } } }),
      ['TEMPLATE_PLACEHOLDER "${var.account}"'],
    ],
    [
      '%{name}',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '%{name}' } } }),
      ['TEMPLATE_PLACEHOLDER "%{name}"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      '${aws:PrincipalTag/team}',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${aws:PrincipalTag/team}' } } }),
    ],
    [
      '${aws:username}',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${aws:username}' } } }),
    ],
    ['${saml:sub}', allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${saml:sub}' } } })],
    [
      '${accounts.google.com:sub}',
      allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${accounts.google.com:sub}' } } }),
    ],
    ['${*}', allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': '${*}' } } })],
    [
      "${aws:PrincipalTag/team, 'none'}",
      allow({
        Condition: { StringEquals: { 'kms:EncryptionContext:a': "${aws:PrincipalTag/team, 'none'}" } },
      }),
    ],
    ['a < b', allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': 'a < b' } } })],
    ['plain', allow({ Condition: { StringEquals: { 'kms:EncryptionContext:a': 'plain' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
