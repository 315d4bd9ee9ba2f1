import { describe, expect, it } from 'vitest';
import { ACCOUNT, fixed, lintPolicy, said } from '#engine/lint/testing/lint.ts';
import { partialWildcardPrincipal as rule } from './rule.ts';

const PATTERN = `arn:aws:iam::${ACCOUNT}:role/Admin-*`;
const allowing = (principal: unknown) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'kms:Decrypt',
  Resource: '*',
});

describe('a wildcard in a principal', () => {
  it.each([
    [{ AWS: PATTERN }, PATTERN],
    [{ Service: '*' }, '*'],
  ])('%j is reported', (principal, value) => {
    expect(said(rule, allowing(principal))).toEqual([`UNSUPPORTED_WILDCARD_IN_PRINCIPAL "${value}"`]);
  });

  it.each([['*'], [{ AWS: '*' }], [{ AWS: `arn:aws:iam::${ACCOUNT}:role/Admin` }]])(
    '%j is fine',
    (principal) => {
      expect(said(rule, allowing(principal))).toEqual([]);
    },
  );

  it('becomes conditions', () => {
    expect(fixed(rule, allowing({ AWS: PATTERN })).policy).toMatchObject({
      Statement: {
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: { 'aws:PrincipalAccount': ACCOUNT },
          ArnLike: { 'aws:PrincipalArn': PATTERN },
        },
      },
    });
  });

  it('becomes conditions beside those that are there', () => {
    const statement = {
      ...allowing({ AWS: PATTERN }),
      Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } },
    };
    expect(fixed(rule, statement).policy).toMatchObject({
      Statement: {
        Condition: {
          StringEquals: { 'aws:PrincipalTag/a': 'b', 'aws:PrincipalAccount': ACCOUNT },
          ArnLike: { 'aws:PrincipalArn': PATTERN },
        },
      },
    });
  });

  it.each([
    ['beside another principal', allowing({ AWS: [PATTERN, ACCOUNT] })],
    ['without an account', allowing({ AWS: 'arn:aws:iam::*:role/Admin' })],
    ['in a Deny, which would deny everyone else too', { ...allowing({ AWS: PATTERN }), Effect: 'Deny' }],
  ])('has no fix %s', (_, statement) => {
    expect(lintPolicy(statement).flatMap(({ fixes }) => fixes.map(({ title }) => title))).not.toContain(
      'Use `*` with conditions on `aws:PrincipalArn` and `aws:PrincipalAccount`',
    );
  });
});
