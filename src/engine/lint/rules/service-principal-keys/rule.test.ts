import { describe, expect, it } from 'vitest';
import { allow, fixed, lintPolicy, said, saidIn } from '#engine/lint/testing/lint.ts';
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

  const events = (Condition: object, different: object = {}) =>
    allow({ Principal: { Service: 'events.amazonaws.com' }, Action: 'kms:Decrypt', Condition, ...different });
  const TOPIC_KEY = 'kms:EncryptionContext:aws:sns:topicArn';
  const source = { 'aws:SourceAccount': '111122223333' };
  const toTopic = { StringEquals: { ...source, [TOPIC_KEY]: 't' } };
  const APP = 'arn:aws:iam::111122223333:role/App';

  it.each([
    [
      'another encryption context',
      events({ StringEquals: { ...source, 'kms:EncryptionContext:aws:sqs:arn': 'q' } }),
      0,
    ],
    [
      'a topic that may be missing',
      events({ StringEquals: source, StringLikeIfExists: { [TOPIC_KEY]: 't' } }),
      0,
    ],
    ['another service', events(toTopic, { Principal: { Service: 'sns.amazonaws.com' } }), 0],
    [
      'another service beside it',
      events(toTopic, { Principal: { Service: ['events.amazonaws.com', 'sns.amazonaws.com'] } }),
      1,
    ],
    ['nobody', allow({ Principal: undefined, Condition: { StringEquals: source } }), 0],
    [
      'everyone beside a role',
      allow({ Principal: { AWS: ['*', APP] }, Condition: { StringEquals: source } }),
      0,
    ],
    ['no value', allow({ Condition: { StringEquals: { 'aws:SourceAccount': [] } } }), 0],
  ])('of EventBridge and others: with %s', (_, content, count) => {
    expect(said(rule, content)).toHaveLength(count);
  });

  it.each([
    [
      'a Deny',
      allow({ Effect: 'Deny', Condition: { StringEquals: source } }),
      'Only calls by AWS services carry `aws:SourceAccount`, so `Statement 1` denies nothing.',
    ],
    [
      'a user id',
      allow({
        Principal: { Service: ['a.amazonaws.com', 'b.amazonaws.com'] },
        Condition: { StringEquals: { 'aws:userid': 'x' } },
      }),
      'Calls by `a.amazonaws.com` and `b.amazonaws.com` never carry `aws:userid`, so `Statement 1` allows nothing. Remove the condition, or the service.',
    ],
  ])('says what %s comes to', (_, content, words) => {
    const [found] = lintPolicy(content).filter((one) => one.rule === rule.name);
    expect(`${found?.message ?? ''} ${found?.help ?? ''}`).toContain(words);
  });

  it('leaves the source of EventBridge to those who send it', () => {
    const both = { Principal: { Service: 'events.amazonaws.com', AWS: '111122223333' } };
    const [found] = lintPolicy(events(toTopic, both)).filter((one) => one.rule === rule.name);
    expect(found?.fixes).toEqual([]);
  });

  it('removes the condition where its like is there already', () => {
    const organization = 'o-exampleorgid';
    const Condition = {
      StringEquals: { 'aws:PrincipalOrgID': organization, 'AWS:sourceorgid': organization },
    };
    const content = allow({ Principal: { Service: 'sns.amazonaws.com' }, Condition });
    const { title, policy } = fixed(rule, content);
    expect(title).toBe('Remove the condition');
    expect(policy).toEqual({
      Version: '2012-10-17',
      Statement: { ...content, Condition: { StringEquals: { 'AWS:sourceorgid': organization } } },
    });
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
