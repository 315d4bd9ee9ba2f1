import { neverOf } from './neverAPrincipal.ts';
import type { Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';

/** Principals that cannot exist, whatever is in the account: KMS refuses the policy (KMS-018, KMS-180, KMS-181). */
export const principalForm: Rule = {
  name: 'principal-form',
  codes: { INVALID_PRINCIPAL: 'error', PRINCIPAL_WITHOUT_PATH: 'warning' },
  types: ['key', 'rcp', 'endpoint', 'resource'],
  statement({ statement, document }, report) {
    for (const entry of statement.principal?.entries ?? []) {
      const found = neverOf(entry, document.facts.key?.partition);
      if (found === undefined) continue;
      report(found.code, entry.span, `${quoted(entry.value)} ${found.because}.`, { help: found.help });
    }
  },
};
