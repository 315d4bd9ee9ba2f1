import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';

const POLICY = '{"Statement":[]}';
const terraform = (flag: string) => `resource "aws_kms_key" "orders" {
  policy = jsonencode({ Statement = [] })
  bypass_policy_lockout_safety_check = ${flag}
}`;
const plan = (resources: readonly object[]) =>
  JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } } });
const template = (flag: unknown) =>
  JSON.stringify({
    Resources: {
      Orders: {
        Type: 'AWS::KMS::Key',
        Properties: { KeyPolicy: { Statement: [] }, BypassPolicyLockoutSafetyCheck: flag },
      },
    },
  });

function leftOut(text: string) {
  const read = readImport(text);
  return read.format === 'unknown' ? [] : read.skipped;
}

describe('BypassPolicyLockoutSafetyCheck', () => {
  it.each([
    ['a key of Terraform', terraform('true'), 'aws_kms_key.orders', 1],
    [
      'a key policy of Terraform',
      `\nresource "aws_kms_key_policy" "orders" {
  key_id = "x"
  policy = jsonencode({ Statement = [] })
  bypass_policy_lockout_safety_check = true
}`,
      'aws_kms_key_policy.orders',
      2,
    ],
    [
      'a plan',
      plan([
        {
          address: 'aws_kms_key.orders',
          type: 'aws_kms_key',
          values: { policy: POLICY, bypass_policy_lockout_safety_check: true },
        },
      ]),
      'aws_kms_key.orders',
      1,
    ],
    [
      'a plan with the policy apart',
      plan([
        { address: 'aws_kms_key.orders', type: 'aws_kms_key', values: {} },
        {
          address: 'aws_kms_key_policy.orders',
          type: 'aws_kms_key_policy',
          values: { policy: POLICY, bypass_policy_lockout_safety_check: true },
        },
      ]),
      'aws_kms_key.orders',
      1,
    ],
    ['CloudFormation', template(true), 'Orders', 1],
    ['CloudFormation, in quotes', template('true'), 'Orders', 1],
    [
      'CDK',
      'new kms.CfnKey(this, "Orders", { keyPolicy: { Statement: [] }, bypassPolicyLockoutSafetyCheck: true });',
      'CfnKey',
      1,
    ],
    [
      'the AWS CLI',
      `aws kms put-key-policy --key-id x --policy '${POLICY}' --bypass-policy-lockout-safety-check`,
      'aws kms put-key-policy',
      1,
    ],
  ])('is left out of %s, and told', (_, text, key, line) => {
    expect(leftOut(text)).toEqual([
      expect.objectContaining({
        what: 'BypassPolicyLockoutSafetyCheck',
        line,
        because: expect.stringContaining(`\`${key}\` is made with this flag`) as string,
      }),
    ]);
  });

  it.each([
    ['Terraform', terraform('false')],
    ['CloudFormation', template(false)],
    ['the AWS CLI', `aws kms put-key-policy --key-id x --policy '${POLICY}'`],
  ])('is no matter where %s does not set it', (_, text) => {
    expect(leftOut(text)).toEqual([]);
  });
});
