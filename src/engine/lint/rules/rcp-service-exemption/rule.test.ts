import { describe, expect, it } from 'vitest';
import { type Around, allow, fixed, said, saidIn } from '#engine/lint/testing/lint.ts';
import { rcpServiceExemption as rule } from './rule.ts';

const deny = (Condition: object) => allow({ Effect: 'Deny', Principal: '*', Action: 'kms:*', Condition });

describe('an RCP about organizations', () => {
  it.each<[string, unknown, readonly string[], Around?]>([
    [
      'no exemption',
      deny({ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }),
      ['RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY "aws:PrincipalOrgID"'],
      { type: 'rcp' },
    ],
    [
      'a source without more',
      deny({ StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-exampleorgid' } }),
      [
        'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY "aws:SourceOrgID"',
        'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK "aws:SourceOrgID"',
      ],
      { type: 'rcp' },
    ],
    [
      'services without a source',
      deny({
        StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-exampleorgid' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      }),
      ['RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK "aws:SourceOrgID"'],
      { type: 'rcp' },
    ],
  ])('reports %s', (_, content: unknown, expected, around?: Around) => {
    expect(said(rule, content, around)).toEqual(expected);
  });

  it.each<[string, unknown, Around?]>([
    [
      'services spared',
      deny({
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      }),
      { type: 'rcp' },
    ],
    [
      'confused deputies kept out',
      deny({
        StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-exampleorgid' },
        Null: { 'aws:SourceAccount': 'false' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      }),
      { type: 'rcp' },
    ],
    ['one account', deny({ StringEquals: { 'aws:PrincipalAccount': '111122223333' } }), { type: 'rcp' }],
    ['another key', deny({ Bool: { 'aws:SecureTransport': 'false' } }), { type: 'rcp' }],
  ])('is silent about %s', (_, content: unknown, around?: Around) => {
    expect(said(rule, content, around)).toEqual([]);
  });

  it('spares them', () => {
    const { policy, scenario } = fixed(
      rule,
      deny({ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }),
      { type: 'rcp' },
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } },
    });
    expect(saidIn(rule, scenario)).toEqual([]);
  });

  it('leaves everybody but services acting for others alone', () => {
    const { policy } = fixed(
      rule,
      deny({ StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-exampleorgid' } }),
      { type: 'rcp' },
    );
    expect(policy).toMatchObject({
      Statement: { Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' } } },
    });
  });
});
