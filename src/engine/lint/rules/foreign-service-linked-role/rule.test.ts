import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { foreignServiceLinkedRole as rule } from './rule.ts';

describe('service-linked roles', () => {
  it.each([
    [
      "another account's",
      allow({
        Principal: {
          AWS: 'arn:aws:iam::444455556666:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        },
      }),
      [
        'FOREIGN_SERVICE_LINKED_ROLE "arn:aws:iam::444455556666:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"',
      ],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'one of the account',
      allow({
        Principal: {
          AWS: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        },
      }),
    ],
    ["another account's role", allow({ Principal: { AWS: 'arn:aws:iam::444455556666:role/App' } })],
    [
      'a Deny',
      allow({
        Effect: 'Deny',
        Principal: {
          AWS: 'arn:aws:iam::444455556666:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        },
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
