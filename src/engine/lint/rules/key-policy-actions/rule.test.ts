import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { keyPolicyActions as rule } from './rule.ts';

describe('actions in a key policy', () => {
  it.each([
    [
      'one without a key',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
        Action: ['kms:Decrypt', 'kms:CreateKey'],
      }),
      ['INEFFECTIVE_ACTION_IN_KEY_POLICY "kms:CreateKey"'],
    ],
    [
      'one that the grant decides',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'kms:RetireGrant' }),
      ['INEFFECTIVE_ACTION_IN_KEY_POLICY "kms:RetireGrant"'],
    ],
    [
      'one of another service',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 's3:GetObject' }),
      ['UNSUPPORTED_ACTION_IN_POLICY "s3:GetObject"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    [
      'a pattern that takes some in',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
        Action: ['kms:Create*', 'kms:List*'],
      }),
    ],
    ['everything', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: '*' })],
    [
      'what it decides',
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
        Action: ['kms:Decrypt', 'kms:CreateAlias'],
      }),
    ],
    [
      'a prefix of no service',
      allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' }, Action: 'foo:Bar' }),
    ],
    [
      'a NotAction',
      allow({
        NotAction: 'kms:CreateKey',
        Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
        Action: undefined,
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('removes it', () => {
    const { policy, scenario } = fixed(
      rule,
      allow({
        Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmin' },
        Action: ['kms:Decrypt', 'kms:CreateKey'],
      }),
    );
    expect(policy).toMatchObject({ Statement: { Action: ['kms:Decrypt'] } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
