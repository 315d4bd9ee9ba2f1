import { quoted } from '#engine/source/quote.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** An IAM policy that allows to decrypt with every key that is willing, those of other accounts included (KMS-022). */
export const decryptAnyKey: Rule = {
  name: 'decrypt-any-key',
  codes: { DECRYPT_WITH_ANY_KEY: 'warning' },
  types: ['identity'],
  statement(statement, report) {
    const { effect, plan, clauses } = statement;
    if (effect !== 'Allow' || clauses.length > 0 || plan.resource?.element.negated !== false) return;
    if (!statement.covers('kms:Decrypt') && !statement.covers('kms:ReEncryptFrom')) return;
    // A policy for everything is meant for administrators.
    if (
      plan.action?.element.negated !== false ||
      plan.action.element.patterns.some(({ value }) => value === '*')
    )
      return;
    const all = plan.resource.element.patterns.find(
      ({ value }) => value === '*' || /^arn:[^:]*:kms:\*:\*:(?:\*|key\/\*)$/.test(value),
    );
    if (all === undefined) return;
    const message = `${quoted(all.value)} takes in every key whose policy is willing, also in other accounts.`;
    report('DECRYPT_WITH_ANY_KEY', all.span, message, {
      help: 'Name the keys, or add a condition such as `kms:ResourceAliases`.',
    });
  },
};
