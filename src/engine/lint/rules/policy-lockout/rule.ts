import { changers, letAccountDecide } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** A key policy that lets nobody change it: KMS refuses it unless the check is bypassed (KMS-016). */
export const policyLockout: Rule = {
  name: 'policy-lockout',
  codes: { POLICY_LOCKOUT: 'error' },
  types: ['key'],
  covers: ['POLICY_LOCKOUT'],
  document(document, report) {
    const { policy, facts } = document;
    const unread = policy.statements.some(({ inert, effect }) => inert !== undefined || effect === undefined);
    if (facts.key === undefined || facts.key.awsManaged || policy.statements.length === 0 || unread) return;
    if (changers(document).length > 0) return;
    const span = { ...policy.span, to: policy.span.from + 1 };
    const message =
      'No statement lets anyone of the account call `kms:PutKeyPolicy`: KMS refuses such a policy.';
    const help = 'Let the account, or an administrator, change it.';
    report('POLICY_LOCKOUT', span, message, { help, fixes: letAccountDecide(document) });
  },
};
