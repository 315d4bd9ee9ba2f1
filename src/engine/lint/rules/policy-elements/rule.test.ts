import { describe, expect, it } from 'vitest';
import { type Around, allow, said } from '#engine/lint/testing/lint.ts';
import { policyElements as rule } from './rule.ts';

describe('elements', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    ['an unknown one', allow({ Conditions: {} }), ['INVALID_POLICY_ELEMENT "Conditions"']],
    [
      'no effect',
      { Principal: { AWS: 'arn:aws:iam::111122223333:role/App' }, Action: 'kms:*', Resource: '*' },
      ['MISSING_EFFECT {'],
    ],
    [
      'no resource',
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/App' }, Action: 'kms:*' },
      ['MISSING_RESOURCE {'],
    ],
    ['both of two', allow({ NotAction: 'kms:Encrypt' }), ['UNSUPPORTED_ELEMENT_COMBINATION "NotAction"']],
    ['a principal in an IAM policy', allow(), ['UNSUPPORTED_PRINCIPAL "Principal"'], { type: 'identity' }],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each([
    ['all of them', allow()],
    [
      'the negated ones',
      allow({
        Effect: 'Deny',
        NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/App' },
        NotAction: 'kms:Decrypt',
        Principal: undefined,
        Action: undefined,
      }),
    ],
  ])('is silent about %s', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });
});
