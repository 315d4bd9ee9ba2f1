import { quoted } from '#engine/source/quote.ts';
import { accountOfEntry } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** A service-linked role of another account needs a grant: nobody can give it the IAM policy it would need as well (KMS-035). */
export const foreignServiceLinkedRole: Rule = {
  name: 'foreign-service-linked-role',
  codes: { FOREIGN_SERVICE_LINKED_ROLE: 'warning' },
  types: ['key'],
  statement({ effect, entries, document }, report) {
    const account = document.facts.key?.account;
    if (effect !== 'Allow' || account === undefined) return;
    for (const one of entries) {
      const { value, span } = one.entry;
      const own = accountOfEntry(one);
      if (own === undefined || own === account || !value.includes(':role/aws-service-role/')) continue;
      const message = `${quoted(value)} is a service-linked role of another account: its IAM policy is AWS's, so it cannot get the permission it needs at home.`;
      const help = `Let account \`${own}\` call \`kms:CreateGrant\`, and give the role a grant.`;
      report('FOREIGN_SERVICE_LINKED_ROLE', span, message, { help });
    }
  },
};
