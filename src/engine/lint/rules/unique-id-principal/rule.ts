import { quoted } from '#engine/source/quote.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** AWS writes a unique id where the ARN of a deleted user or role stood (IAM-034). */
export const uniqueIdPrincipal: Rule = {
  name: 'unique-id-principal',
  codes: { INVALID_ROLE_REFERENCE: 'warning', INVALID_USER_REFERENCE: 'warning' },
  types: ['key', 'rcp', 'endpoint', 'resource', 'trust'],
  statement({ statement }, report) {
    for (const { kind, value, span } of statement.principal?.entries ?? []) {
      if (kind !== 'AWS' || !/^(?:AROA|AIDA)[A-Z0-9]{12,}$/.test(value)) continue;
      const role = value.startsWith('AROA');
      const message = `${quoted(value)} is the unique id of a ${role ? 'role' : 'user'}: AWS puts it where the ARN of one that was deleted stood.`;
      const help =
        'A new one of the same name does not have this id: name it by its ARN, or remove the entry.';
      report(role ? 'INVALID_ROLE_REFERENCE' : 'INVALID_USER_REFERENCE', span, message, { help });
    }
  },
};
