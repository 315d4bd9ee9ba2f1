import { kmsActions } from '#engine/catalog/actions.ts';
import { quoted, quotedList } from '#engine/source/quote.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import { isForeign } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** Actions that nobody can use on a key of another account, allowed to other accounts (KMS-030). */
export const crossAccountActions: Rule = {
  name: 'cross-account-actions',
  codes: { INEFFECTIVE_CROSS_ACCOUNT_ACTION: 'warning', ALL_ACTIONS_FOR_OTHER_ACCOUNT: 'suggestion' },
  types: ['key'],
  covers: ['PART_DOES_NOTHING'],
  statement(statement, report) {
    const { effect, plan, document } = statement;
    const { key } = document.facts;
    if (effect !== 'Allow' || key === undefined || !isForeign(statement, key)) return;
    if (plan.action === undefined || plan.action.element.negated) return;
    const all = plan.action.element.patterns.find(
      ({ value }) => value === '*' || value.toLowerCase() === 'kms:*',
    );
    if (all !== undefined) {
      const message = `${quoted(all.value)} for another account also covers what only this account can do with the key.`;
      const help = 'List what is meant, such as `kms:Decrypt` and `kms:DescribeKey`.';
      report('ALL_ACTIONS_FOR_OTHER_ACCOUNT', all.span, message, { help });
      return;
    }
    const idle = plan.action.element.patterns.filter(({ value }) => worksOnlyAtHome(value));
    const [first] = idle;
    if (first === undefined) return;
    const names = quotedList(
      idle.map(({ value }) => value),
      'or',
    );
    const message = `Nobody can call ${names} on a key of another account, so this gives nothing.`;
    const fix = { title: 'Remove what has no effect', edits: document.edits.removeFromList(plan, idle) };
    report('INEFFECTIVE_CROSS_ACCOUNT_ACTION', first.span, message, { help: 'Remove it.', fixes: [fix] });
  },
};

/** Whether an action or a pattern stands for actions on a key, and for none that works across accounts. */
function worksOnlyAtHome(pattern: string): boolean {
  if (!/^kms:/i.test(pattern)) return false;
  const matcher = compileWildcard(pattern, { ignoreCase: true });
  const meant = kmsActions.filter(({ name, kind }) => kind !== 'operation' && matcher.test(name));
  return meant.length > 0 && meant.every((one) => !one.crossAccount && one.authorizedOn !== 'none');
}
