import { describe, expect, test } from 'vitest';
import { ACCOUNT as A, ALICE, ask, BOB, type Fields } from './testing/decisions.ts';

const retire = { action: 'kms:RetireGrant', parameters: { GrantId: 'g1' } };
const nothing = { Version: '2012-10-17', Statement: [] };

function decide(grant: Fields, principal: string, more: Fields = {}, request: Fields = retire) {
  const grants = [{ GrantId: 'g1', GranteePrincipal: ALICE, Operations: ['Decrypt'], ...grant }];
  return ask({ principal, ...request }, { policy: nothing, grants }, more);
}

const may = (arn: string, Effect = 'Allow') => ({
  identities: [
    {
      arn,
      policies: [
        {
          name: 'own',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect, Action: 'kms:RetireGrant', Resource: '*' }],
          },
        },
      ],
    },
  ],
});

describe('who may retire a grant (KMS-070…075)', () => {
  test.each<[string, Fields, string, Fields, string]>([
    ['the retiring principal', { RetiringPrincipal: ALICE }, ALICE, {}, 'allowed'],
    ['the retiring principal of another account', { RetiringPrincipal: BOB }, BOB, {}, 'allowed'],
    ['another principal', { RetiringPrincipal: BOB }, ALICE, {}, 'implicitDeny'],
    [
      'a retiring service',
      { RetiringServicePrincipal: 'rds.amazonaws.com' },
      'rds.amazonaws.com',
      {},
      'allowed',
    ],
    [
      'another service',
      { RetiringServicePrincipal: 'rds.amazonaws.com' },
      'sqs.amazonaws.com',
      {},
      'implicitDeny',
    ],
    ['the grantee with RetireGrant', { Operations: ['RetireGrant'] }, ALICE, {}, 'allowed'],
    ['the grantee without it', {}, ALICE, {}, 'implicitDeny'],
    ['somebody else of the account, with IAM', {}, ALICE, may(ALICE), 'allowed'],
    ['the root user of the account', {}, A, {}, 'allowed'],
    ['another account, with IAM', { GranteePrincipal: ALICE }, BOB, may(BOB), 'implicitDeny'],
    [
      'the issuing account, with IAM',
      { IssuingAccount: 'arn:aws:iam::444455556666:root' },
      BOB,
      may(BOB),
      'allowed',
    ],
    [
      'the issuing account, without',
      { IssuingAccount: 'arn:aws:iam::444455556666:root' },
      BOB,
      {},
      'implicitDeny',
    ],
    ['the issuing account as an id', { IssuingAccount: '444455556666' }, BOB, may(BOB), 'allowed'],
    [
      'an account as retiring principal, with IAM',
      { RetiringPrincipal: 'arn:aws:iam::444455556666:root' },
      BOB,
      may(BOB),
      'allowed',
    ],
    [
      'an account as retiring principal, without',
      { RetiringPrincipal: 'arn:aws:iam::444455556666:root' },
      BOB,
      {},
      'implicitDeny',
    ],
    [
      'a Deny of IAM beats the grant',
      { RetiringPrincipal: ALICE },
      ALICE,
      may(ALICE, 'Deny'),
      'explicitDeny',
    ],
  ])('%s', (_, grant, principal, more, expected) => {
    expect(decide(grant, principal, more)).toBe(expected);
  });

  test('key policies have no say (KMS-073)', () => {
    const deny = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' }],
    };
    const allow = {
      ...deny,
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }],
    };
    const grants = [
      { GrantId: 'g1', GranteePrincipal: BOB, RetiringPrincipal: ALICE, Operations: ['Decrypt'] },
    ];
    expect(ask({ principal: ALICE, ...retire }, { policy: deny, grants })).toBe('allowed');
    expect(ask({ principal: `arn:aws:iam::${A}:user/Other`, ...retire }, { policy: allow, grants })).toBe(
      'implicitDeny',
    );
  });

  test('a grant that is not there belongs to nobody', () => {
    const other = { action: 'kms:RetireGrant', parameters: { GrantId: 'g2' } };
    expect(decide({ RetiringPrincipal: ALICE }, ALICE, may(ALICE), other)).toBe('implicitDeny');
    const token = { action: 'kms:RetireGrant', parameters: { GrantToken: 'g1' } };
    expect(decide({ RetiringPrincipal: ALICE }, ALICE, {}, token)).toBe('allowed');
  });
});
