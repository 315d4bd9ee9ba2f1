import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { rootUserDelegation as rule } from './rule.ts';

describe('a condition on the kind of principal', () => {
  it.each([
    [
      'only the root user',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Condition: { StringEquals: { 'aws:PrincipalType': 'Account' } },
      }),
      ['DELEGATION_TO_ROOT_USER_ONLY "aws:PrincipalType": "Account"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'users and the root user',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Condition: { StringEquals: { 'aws:PrincipalType': ['Account', 'User'] } },
      }),
    ],
    [
      'everyone else',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Condition: { StringNotEquals: { 'aws:PrincipalType': 'Account' } },
      }),
    ],
    [
      'a Deny',
      allow({
        Effect: 'Deny',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Condition: { StringEquals: { 'aws:PrincipalType': 'Account' } },
      }),
    ],
    ['a role', allow({ Action: 'kms:*', Condition: { StringEquals: { 'aws:PrincipalType': 'Account' } } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('removes the condition', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Condition: { StringEquals: { 'aws:PrincipalType': 'Account' } },
      }),
    );
    expect(policy).toMatchObject({
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('keeps the other conditions', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Condition: {
          StringEquals: { 'aws:PrincipalType': 'Account', 'aws:PrincipalOrgID': 'o-exampleorgid' },
        },
      }),
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
