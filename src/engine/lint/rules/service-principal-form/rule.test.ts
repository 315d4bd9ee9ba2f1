import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { servicePrincipalForm as rule } from './rule.ts';

describe('names of services', () => {
  it.each([
    ['sns', allow({ Principal: { Service: 'sns' } }), ['INVALID_SERVICE_PRINCIPAL_FORMAT "sns"']],
    [
      'SNS.amazonaws.com',
      allow({ Principal: { Service: 'SNS.amazonaws.com' } }),
      ['INVALID_SERVICE_PRINCIPAL_FORMAT "SNS.amazonaws.com"'],
    ],
    [
      'arn:aws:iam::111122223333:root',
      allow({ Principal: { Service: 'arn:aws:iam::111122223333:root' } }),
      ['INVALID_SERVICE_PRINCIPAL_FORMAT "arn:aws:iam::111122223333:root"'],
    ],
    [
      's3.amazonaws.com',
      allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.amazonaws.com' } } }),
      ['INVALID_SERVICE_PRINCIPAL_FORMAT "s3.amazonaws.com"'],
    ],
    [
      'S3.us-east-1.amazonaws.com',
      allow({ Condition: { StringEquals: { 'kms:ViaService': 'S3.us-east-1.amazonaws.com' } } }),
      ['INVALID_SERVICE_PRINCIPAL_FORMAT "S3.us-east-1.amazonaws.com"'],
    ],
    [
      's3',
      allow({ Condition: { StringEquals: { 'kms:ViaService': 's3' } } }),
      ['INVALID_SERVICE_PRINCIPAL_FORMAT "s3"'],
    ],
    [
      'lambda.amazonaws.com',
      allow({ Condition: { StringEquals: { 'kms:ViaService': 'lambda.amazonaws.com' } } }),
      ['INVALID_SERVICE_PRINCIPAL_FORMAT "lambda.amazonaws.com"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['sns.amazonaws.com', allow({ Principal: { Service: 'sns.amazonaws.com' } })],
    ['logs.us-east-1.amazonaws.com', allow({ Principal: { Service: 'logs.us-east-1.amazonaws.com' } })],
    ['ec2.amazonaws.com.cn', allow({ Principal: { Service: 'ec2.amazonaws.com.cn' } })],
    ['rds.aws.internal', allow({ Principal: { Service: 'rds.aws.internal' } })],
    ['*', allow({ Principal: { Service: '*' } })],
    [
      's3.us-east-1.amazonaws.com',
      allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } } }),
    ],
    [
      'newservice.eu-west-1.amazonaws.com',
      allow({ Condition: { StringEquals: { 'kms:ViaService': 'newservice.eu-west-1.amazonaws.com' } } }),
    ],
    ['a pattern', allow({ Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
