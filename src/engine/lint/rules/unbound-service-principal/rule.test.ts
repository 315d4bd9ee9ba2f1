import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  fixed,
  lintPolicy,
  lintScenario,
  policyOf,
  said,
  scenarioWith,
} from '#engine/lint/testing/lint.ts';
import { unboundServicePrincipal as rule } from './rule.ts';

const SNS = 'sns.amazonaws.com';
const statement = { Effect: 'Allow', Principal: { Service: SNS }, Action: 'kms:Decrypt', Resource: '*' };
const when = (condition: object) => ({ ...statement, Condition: condition });

describe('a service principal', () => {
  it.each([
    ['without a condition', statement],
    ['with a condition on something else', when({ StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } })],
    [
      'with a condition that holds without the key',
      when({ StringEqualsIfExists: { 'aws:SourceAccount': ACCOUNT } }),
    ],
    ['that makes grants for anyone', { ...statement, Action: 'kms:CreateGrant' }],
    [
      'that makes grants and more',
      {
        ...when({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
        Action: ['kms:CreateGrant', 'kms:Decrypt'],
      },
    ],
    ['with a negated condition', when({ StringNotEquals: { 'aws:SourceAccount': ACCOUNT } })],
  ])('%s is reported', (_, content) => {
    expect(said(rule, content)).toEqual([`RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL "${SNS}"`]);
  });

  it.each([
    ['bound to an account', when({ StringEquals: { 'aws:SourceAccount': ACCOUNT } })],
    ['bound to a resource', when({ ArnLike: { 'AWS:SourceArn': `arn:aws:sns:us-east-1:${ACCOUNT}:*` } })],
    [
      'bound by its encryption context',
      when({ StringLike: { 'kms:EncryptionContext:aws:sqs:arn': 'arn:*' } }),
    ],
    ['that only reads about the key', { ...statement, Action: 'kms:DescribeKey' }],
    ['that reads its grants and public key', { ...statement, Action: ['kms:List*', 'kms:GetPublicKey'] }],
    ['whose condition no service meets', when({ StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } })],
    [
      'that makes grants for its own resources',
      { ...when({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }), Action: 'kms:CreateGrant' },
    ],
    [
      'that may use the key for an event data store',
      { ...statement, Principal: { Service: 'cloudtrail.amazonaws.com' } },
    ],
    ['that is denied something', { ...statement, Effect: 'Deny' }],
    ['that sends no such key', { ...statement, Principal: { Service: 'events.amazonaws.com' } }],
    ['that is none', { ...statement, Principal: { AWS: ACCOUNT } }],
  ])('%s is fine', (_, content) => {
    expect(said(rule, content)).toEqual([]);
  });

  it.each([
    [[SNS], `\`Statement 1\` does not say for whose resources \`${SNS}\` uses the key.`],
    [
      ['sns.amazonaws.com', 'sqs.amazonaws.com'],
      '`Statement 1` does not say for whose resources `sns.amazonaws.com` and `sqs.amazonaws.com` use the key.',
    ],
    [
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.amazonaws.com`),
      '`Statement 1` does not say for whose resources `a.amazonaws.com`, `b.amazonaws.com`, `c.amazonaws.com` and `d.amazonaws.com` and 2 more use the key.',
    ],
  ])('%j is told by name', (Service, message) => {
    const content = { ...statement, Principal: { Service } };
    const [finding] = lintPolicy(content).filter((one) => one.rule === rule.name);
    expect(finding).toMatchObject({
      message,
      help: 'Add a condition on `aws:SourceAccount` or `aws:SourceArn`.',
    });
  });

  it.each([
    ['reads a list and uses the key', { ...statement, Action: ['kms:ListGrants', 'kms:Decrypt'] }, 1],
    ['administers', { ...statement, Action: 'kms:PutKeyPolicy' }, 0],
    [
      'makes grants where it must not be for its resources',
      { ...when({ Bool: { 'kms:GrantIsForAWSResource': 'false' } }), Action: 'kms:CreateGrant' },
      1,
    ],
    [
      'makes grants under another condition',
      { ...when({ Bool: { 'aws:SecureTransport': 'true' } }), Action: 'kms:CreateGrant' },
      1,
    ],
  ])('that %s', (_, content, count) => {
    expect(said(rule, content)).toHaveLength(count);
  });

  it('beside somebody else gets no condition, which those would not meet', () => {
    const content = { ...statement, Principal: { Service: SNS, AWS: ACCOUNT } };
    const [finding] = lintPolicy(content).filter((one) => one.rule === rule.name);
    expect(finding?.fixes).toEqual([]);
  });

  it('gets none where the account of the key is not known', () => {
    const arn = 'arn:aws:kms:::key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const policy = { id: 'key', text: JSON.stringify(policyOf(statement)) };
    const found = lintScenario(scenarioWith('', { scenario: { keys: [{ arn, policy }] } }));
    expect(found.filter((one) => one.rule === rule.name).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('of trails is reported, with what event data stores send', () => {
    const trails = {
      ...statement,
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 'kms:GenerateDataKey*',
    };
    const [finding] = lintPolicy(trails).filter((one) => one.rule === rule.name);
    expect(finding?.help).toContain('event data stores');
  });

  it('gets a condition on the account of the key', () => {
    const { title, policy } = fixed(rule, statement);
    expect(title).toBe(`Only for resources of \`${ACCOUNT}\``);
    expect(policy).toMatchObject({
      Statement: { Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } },
    });
    expect(said(rule, policy)).toEqual([]);
  });
});
