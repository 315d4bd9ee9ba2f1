import { describe, expect, it } from 'vitest';
import { allow, said } from '#engine/lint/testing/lint.ts';
import { endpointKeys as rule } from './rule.ts';

const others = { StringNotEqualsIfExists: { 'aws:VpceOrgID': 'o-exampleorgid' } };
const deny = (parts: object) => allow({ Effect: 'Deny', Condition: others, Principal: undefined, ...parts });

describe('keys of VPC endpoints', () => {
  it.each([
    ['every service', deny({ Action: '*' })],
    ['all but some', deny({ Action: undefined, NotAction: 'iam:*' })],
    ['services by a pattern', deny({ Action: ['kms:*', 's*:Get*'] })],
  ])('are reported in a Deny for %s', (_, content) => {
    expect(said(rule, content, { type: 'scp' })).toEqual([
      'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES "aws:VpceOrgID"',
    ]);
  });

  it.each([
    ['KMS', deny({ Action: 'kms:*' })],
    [
      'some endpoints',
      deny({ Action: '*', Condition: { StringEquals: { 'aws:VpceOrgID': 'o-exampleorgid' } } }),
    ],
    ['an Allow', allow({ Action: '*', Condition: others, Principal: undefined })],
    [
      'an endpoint',
      deny({ Action: '*', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }),
    ],
  ])('are left alone in what is about %s', (_, content) => {
    expect(said(rule, content, { type: 'scp' })).toEqual([]);
  });
});
