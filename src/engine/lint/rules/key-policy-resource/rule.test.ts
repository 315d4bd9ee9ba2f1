import { describe, expect, it } from 'vitest';
import { allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { keyPolicyResource as rule } from './rule.ts';

describe('resources of a key policy', () => {
  it.each([
    [
      'an alias',
      allow({ Resource: 'arn:aws:kms:us-east-1:111122223333:alias/app' }),
      ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY "arn:aws:kms:us-east-1:111122223333:alias/app"'],
    ],
    [
      'the name of an alias',
      allow({ Resource: 'alias/app' }),
      ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY "alias/app"'],
    ],
    [
      'a bucket',
      allow({ Resource: 'arn:aws:s3:::b' }),
      ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY "arn:aws:s3:::b"'],
    ],
  ])('reports %s', (_, content, expected) => {
    expect(said(rule, content)).toEqual(expected);
  });

  it.each([
    ['this key', allow()],
    [
      'the ARN of a key',
      allow({ Resource: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' }),
    ],
    ['a pattern of keys', allow({ Resource: 'arn:aws:kms:*:111122223333:key/*' })],
    ['a variable', allow({ Resource: 'arn:aws:kms:us-east-1:${aws:PrincipalAccount}:key/*' })],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it('becomes this key', () => {
    const { policy, scenario } = fixed(rule, allow({ Resource: 'alias/app' }));
    expect(policy).toMatchObject({ Statement: { Resource: '*' } });
    expect(saidIn(rule, scenario)).toEqual([]);
  });
});
