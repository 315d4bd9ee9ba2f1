import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { servicePrincipalKeys as rule } from './rule.ts';

describe('condition keys and callers', () => {
  it.each([
    [
      'the organization of a service',
      allow({
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
      ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL "aws:PrincipalOrgID"'],
    ],
    [
      'a service beside a role',
      allow({
        Principal: { Service: 'sns.amazonaws.com', AWS: 'arn:aws:iam::111122223333:role/App' },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
      ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL "aws:PrincipalOrgID"'],
    ],
    [
      'the source of an event that goes to a topic',
      allow({
        Principal: { Service: 'events.amazonaws.com' },
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Condition: {
          StringEquals: {
            'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:us-east-1:111122223333:alerts',
            'aws:SourceAccount': '111122223333',
          },
        },
      }),
      ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL "aws:SourceAccount"'],
    ],
    [
      'the source of a role',
      allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } } }),
      ['CONDITION_KEY_ONLY_FOR_SERVICES "aws:SourceArn"'],
    ],
    [
      'the source of an account',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
      ['CONDITION_KEY_ONLY_FOR_SERVICES "aws:SourceAccount"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'the source of a service',
      allow({
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
    ],
    [
      'a service that calls through another',
      allow({
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      }),
    ],
    [
      'the organization of a role',
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } }),
    ],
    [
      'everyone',
      allow({ Principal: '*', Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }),
    ],
    [
      'a service beside a role',
      allow({
        Principal: { Service: 'sns.amazonaws.com', AWS: 'arn:aws:iam::111122223333:role/App' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
    ],
    [
      'a condition that holds without the key',
      allow({
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
    ],
    [
      'a Deny of all others',
      allow({
        Effect: 'Deny',
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('uses the key for services', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { StringEquals: { 'aws:SourceOrgID': 'o-exampleorgid' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
