import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { sessionPrincipal as rule } from './rule.ts';

describe('sessions', () => {
  it.each([
    [
      'one session',
      allow({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/App/i-0abc' } }),
      ['SESSION_PRINCIPAL "arn:aws:sts::111122223333:assumed-role/App/i-0abc"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['a role', allow()],
    [
      'a Deny',
      allow({ Effect: 'Deny', Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/App/i-0abc' } }),
    ],
    ['a federated user', allow({ Principal: { AWS: 'arn:aws:sts::111122223333:federated-user/Bob' } })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('names the role', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/App/i-0abc' } }),
    );
    expect(policy).toMatchObject({ Statement: { Principal: { AWS: 'arn:aws:iam::111122223333:role/App' } } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
