import { describe, expect, it } from 'vitest';
import { DELEGATION, allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { singleAdministrator as rule } from './rule.ts';

describe('the administrators of a key', () => {
  it.each([
    [
      'one role',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:*' }),
      ['SINGLE_ADMINISTRATOR "arn:aws:iam::111122223333:role/KeyAdmin"'],
    ],
    [
      'one role in two statements',
      [
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:*' }),
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:PutKeyPolicy' }),
        allow(),
      ],
      ['SINGLE_ADMINISTRATOR "arn:aws:iam::111122223333:role/KeyAdmin"'],
    ],
    [
      'one unique id',
      allow({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' }, Action: 'kms:*' }),
      ['SINGLE_ADMINISTRATOR "AROAEXAMPLEEXAMPLE123"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'two roles',
      allow({
        Principal: { AWS: ['arn:aws:iam::111122223333:role/KeyAdmin', 'arn:aws:iam::111122223333:role/App'] },
        Action: 'kms:*',
      }),
    ],
    [
      'a role and the account',
      [allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:*' }), DELEGATION],
    ],
    ['the account', DELEGATION],
    ['everyone', allow({ Principal: '*', Action: 'kms:*' })],
    ['nobody at all', allow()],
    [
      'everyone but some',
      [
        allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:*' }),
        allow({
          NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/App' },
          Action: 'kms:*',
          Principal: undefined,
        }),
      ],
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('lets the account do it too', () => {
    const { policy, scenario } = fixed(rule, [
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:*' }),
    ]);
    expect(policy).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
          Action: 'kms:*',
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
