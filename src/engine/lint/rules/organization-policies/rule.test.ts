import { describe, expect, it } from 'vitest';
import { type Around, allow, said } from '#engine/lint/testing/lint.ts';
import { organizationPolicies as rule } from './rule.ts';

describe('guardrails', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    ['a principal in an SCP', allow(), ['SCP_SYNTAX_ERROR_PRINCIPAL "Principal"'], { type: 'scp' }],
    [
      'an RCP that allows',
      allow({ Principal: '*', Action: 'kms:*' }),
      ['RCP_SYNTAX_ERROR_ALLOW "Allow"'],
      { type: 'rcp' },
    ],
    [
      'an RCP without a service',
      allow({ Effect: 'Deny', Principal: '*', Action: '*' }),
      ['RCP_SYNTAX_ERROR_ACTION "*"'],
      { type: 'rcp' },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    ['an SCP', allow({ Principal: undefined }), { type: 'scp' }],
    ['an RCP', allow({ Effect: 'Deny', Principal: '*', Action: 'kms:*' }), { type: 'rcp' }],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });
});
