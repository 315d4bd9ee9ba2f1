import type { Rule } from '#engine/lint/rule.ts';
import { delegatesTo, isForEveryone } from '#engine/lint/principals.ts';

/** A key policy that names no account leaves the account's IAM policies without a say (KMS-003, KMS-004). */
export const missingDelegation: Rule = {
  name: 'missing-delegation',
  codes: { MISSING_DELEGATION: 'warning' },
  types: ['key'],
  document({ policy, statements, facts: { key }, plan, edits }, report) {
    if (key === undefined || key.awsManaged || policy.statements.length === 0) return;
    const allows = statements.filter(({ effect }) => effect === 'Allow');
    if (allows.some((one) => delegatesTo(one, key.account) || isForEveryone(one) || one.notPrincipal)) return;
    // A statement that cannot be read may have been meant to be the one.
    if (policy.statements.some(({ inert }) => inert !== undefined)) return;
    const root = `arn:${key.partition}:iam::${key.account}:root`;
    const span = { ...policy.span, to: policy.span.from + 1 };
    const message = `No statement names the account \`${key.account}\`, so IAM policies cannot allow anything on this key.`;
    const help = 'Add a statement for the account if its IAM policies are meant to count.';
    const statement = {
      Sid: 'EnableIAMPolicies',
      Effect: 'Allow',
      Principal: { AWS: root },
      Action: 'kms:*',
      Resource: '*',
    };
    const fix = { title: 'Let the account use IAM policies', edits: edits.addStatement(plan, statement) };
    report('MISSING_DELEGATION', span, message, { help, fixes: [fix] });
  },
};
