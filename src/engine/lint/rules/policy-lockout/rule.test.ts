import { describe, expect, it } from 'vitest';
import { type Around, DELEGATION, allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { policyLockout as rule } from './rule.ts';

describe('a policy that nobody can change', () => {
  it.each([
    ['only use', allow(), ['POLICY_LOCKOUT {']],
    [
      'a service',
      allow({ Principal: { Service: 'logs.us-east-1.amazonaws.com' }, Action: 'kms:*' }),
      ['POLICY_LOCKOUT {'],
    ],
    [
      'another account',
      allow({ Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'kms:*' }),
      ['POLICY_LOCKOUT {'],
    ],
    [
      'everything but that',
      allow({
        NotAction: 'kms:PutKeyPolicy',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: undefined,
      }),
      ['POLICY_LOCKOUT {'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    ['the account', DELEGATION],
    ['a role', allow({ Action: 'kms:Put*' })],
    ['everyone', allow({ Principal: '*', Action: 'kms:*' })],
    [
      'a unique id, which may be of the account',
      allow({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' }, Action: 'kms:*' }),
    ],
    [
      'a statement that cannot be read',
      [allow(), allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: undefined })],
    ],
    ['a key of AWS', allow(), { metadata: { KeyManager: 'AWS' } }],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });

  it('lets the account decide', () => {
    const { policy, scenario } = fixed(rule, [allow()]);
    expect(policy).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
