import { quoted } from '#engine/source/quote.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import { replaceString } from '#engine/lint/fixes.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** An Allow for a single session of a role, whose name changes from call to call (IAM-029). */
export const sessionPrincipal: Rule = {
  name: 'session-principal',
  codes: { SESSION_PRINCIPAL: 'suggestion' },
  types: ['key'],
  statement({ effect, entries }, report) {
    if (effect !== 'Allow') return;
    for (const { entry, plan } of entries) {
      if (plan.kind !== 'identity' || plan.identity.kind !== 'session') continue;
      const { account, role, session } = plan.identity;
      const message = `${quoted(entry.value)} means the session ${quoted(session)} of ${quoted(role)} and no other.`;
      const help = 'Name the role unless this one session is meant.';
      const partition = splitArn(entry.value)?.partition ?? 'aws';
      const fix = replaceString('Name the role', entry, `arn:${partition}:iam::${account}:role/${role}`);
      report('SESSION_PRINCIPAL', entry.span, message, { help, fixes: [fix] });
    }
  },
};
