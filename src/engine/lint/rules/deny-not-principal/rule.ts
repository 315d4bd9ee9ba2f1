import { quoted } from '#engine/source/quote.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** A Deny that spares a role but not its account or sessions: it denies the role's sessions too (IAM-041). */
export const denyNotPrincipal: Rule = {
  name: 'deny-not-principal',
  codes: { DENY_WITH_NOT_PRINCIPAL: 'warning' },
  types: ['key', 'endpoint', 'resource'],
  statement({ effect, plan }, report) {
    if (effect !== 'Deny' || plan.principal?.element.negated !== true) return;
    const entries = plan.principal.entries;
    for (const { entry, plan: one } of entries) {
      if (one.kind !== 'identity' || (one.identity.kind !== 'role' && one.identity.kind !== 'user')) continue;
      const { account } = one.identity;
      if (entries.some(({ plan: other }) => other.kind === 'account' && other.account === account)) continue;
      const message = `${quoted(entry.value)} is spared, and its account \`${account}\` is not: the Deny also takes in callers of that account that it is to spare.`;
      const help = 'Deny everyone, with a condition `ArnNotLike` on `aws:PrincipalArn`.';
      report('DENY_WITH_NOT_PRINCIPAL', entry.span, message, { help });
      return;
    }
  },
};
