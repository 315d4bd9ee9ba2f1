import { changers, isForEveryone, letAccountDecide } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** A key policy that names no account leaves the account's IAM policies without a say (KMS-003, KMS-004). */
export const missingDelegation: Rule = {
  name: 'missing-delegation',
  codes: { MISSING_DELEGATION: 'warning' },
  types: ['key'],
  document(document, report) {
    const { policy, statements, facts } = document;
    const { key } = facts;
    if (key === undefined || key.awsManaged || policy.statements.length === 0) return;
    const allows = statements.filter(({ effect }) => effect === 'Allow');
    const delegates = allows.some((one) =>
      one.entries.some(
        ({ plan }) => plan.kind === 'account' && plan.account === (key.account ?? plan.account),
      ),
    );
    if (delegates || allows.some((one) => isForEveryone(one) || one.notPrincipal)) return;
    // A statement that cannot be read may have been meant to be the one; and nobody being able to change the policy is worse.
    if (policy.statements.some(({ inert }) => inert !== undefined) || changers(document).length === 0) return;
    const whose = key.account === undefined ? 'an account' : `the account \`${key.account}\``;
    const span = { ...policy.span, to: policy.span.from + 1 };
    const message = `No statement names ${whose}, so IAM policies cannot allow anything on this key.`;
    const help = 'Add a statement for the account if its IAM policies are meant to count.';
    report('MISSING_DELEGATION', span, message, { help, fixes: letAccountDecide(document) });
  },
};
