import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { principalForm as rule } from './rule.ts';

describe('the form of principals', () => {
  it.each([
    [
      'arn:aws:iam:::root',
      allow({ Principal: { AWS: 'arn:aws:iam:::root' } }),
      ['INVALID_PRINCIPAL "arn:aws:iam:::root"'],
    ],
    [
      'arn:aws::111122223333:root',
      allow({ Principal: { AWS: 'arn:aws::111122223333:root' } }),
      ['INVALID_PRINCIPAL "arn:aws::111122223333:root"'],
    ],
    [
      'arn:aws:iam::1111:root',
      allow({ Principal: { AWS: 'arn:aws:iam::1111:root' } }),
      ['INVALID_PRINCIPAL "arn:aws:iam::1111:root"'],
    ],
    [
      'arn:aws:iam::111122223333:Root',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:Root' } }),
      ['INVALID_PRINCIPAL "arn:aws:iam::111122223333:Root"'],
    ],
    [
      'arn:aws:iam::111122223333:App',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:App' } }),
      ['INVALID_PRINCIPAL "arn:aws:iam::111122223333:App"'],
    ],
    [
      'arn:aws:iam:us-east-1:111122223333:role/App',
      allow({ Principal: { AWS: 'arn:aws:iam:us-east-1:111122223333:role/App' } }),
      ['INVALID_PRINCIPAL "arn:aws:iam:us-east-1:111122223333:role/App"'],
    ],
    [
      'arn:aws-cn:iam::111122223333:role/App',
      allow({ Principal: { AWS: 'arn:aws-cn:iam::111122223333:role/App' } }),
      ['INVALID_PRINCIPAL "arn:aws-cn:iam::111122223333:role/App"'],
    ],
    ['11112222333', allow({ Principal: { AWS: '11112222333' } }), ['INVALID_PRINCIPAL "11112222333"']],
    ['Alice', allow({ Principal: { AWS: 'Alice' } }), ['INVALID_PRINCIPAL "Alice"']],
    [
      'arn:aws:s3:::bucket',
      allow({ Principal: { AWS: 'arn:aws:s3:::bucket' } }),
      ['INVALID_PRINCIPAL "arn:aws:s3:::bucket"'],
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/App',
      allow({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/App' } }),
      ['INVALID_PRINCIPAL "arn:aws:sts::111122223333:assumed-role/App"'],
    ],
    [
      'arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling' } }),
      ['PRINCIPAL_WITHOUT_PATH "arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling"'],
    ],
    [
      'arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef' } }),
      ['PRINCIPAL_WITHOUT_PATH "arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['arn:aws:iam::111122223333:root', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })],
    ['111122223333', allow({ Principal: { AWS: '111122223333' } })],
    ['*', allow({ Principal: { AWS: '*' } })],
    [
      'arn:aws:iam::111122223333:role/path/App',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/path/App' } }),
    ],
    [
      'arn:aws:sts::111122223333:assumed-role/App/i-0abc',
      allow({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/App/i-0abc' } }),
    ],
    [
      'arn:aws:sts::111122223333:federated-user/Bob',
      allow({ Principal: { AWS: 'arn:aws:sts::111122223333:federated-user/Bob' } }),
    ],
    ['AROAEXAMPLEEXAMPLE123', allow({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } })],
    [
      'arn:aws:iam::111122223333:group/Admins',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:group/Admins' } }),
    ],
    ['arn:aws:iam::*:role/App', allow({ Principal: { AWS: 'arn:aws:iam::*:role/App' } })],
    [
      'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
      allow({
        Principal: {
          AWS: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        },
      }),
    ],
    ['sns.amazonaws.com', allow({ Principal: { Service: 'sns.amazonaws.com' } })],
    ['logs.us-east-1.amazonaws.com', allow({ Principal: { Service: 'logs.us-east-1.amazonaws.com' } })],
    ['ec2.amazonaws.com.cn', allow({ Principal: { Service: 'ec2.amazonaws.com.cn' } })],
    ['rds.aws.internal', allow({ Principal: { Service: 'rds.aws.internal' } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
