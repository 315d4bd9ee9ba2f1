import { clausesOn, needsKey } from '#engine/lint/clauses.ts';
import { delegatesTo } from '#engine/lint/principals.ts';
import type { Rule } from '#engine/lint/rule.ts';

/** A statement for the account with a condition that only its root user meets (KMS-005, KMS-006). */
export const rootUserDelegation: Rule = {
  name: 'root-user-delegation',
  codes: { DELEGATION_TO_ROOT_USER_ONLY: 'warning' },
  types: ['key'],
  statement(statement, report) {
    const { effect, document } = statement;
    if (effect !== 'Allow' || !delegatesTo(statement, document.facts.key?.account)) return;
    for (const one of clausesOn(statement, 'aws:principaltype')) {
      const { clause } = one;
      if (!needsKey(one) || clause.values.length === 0) continue;
      if (one.operator.base.family !== 'String' || clause.values.some(({ value }) => value !== 'Account'))
        continue;
      const message = `${statement.name} is for the root user alone: \`aws:PrincipalType\` is \`Account\` for nobody else, so IAM policies have no say.`;
      const help = 'Remove the condition if IAM policies are meant to count.';
      const fix = {
        title: 'Remove the condition on `aws:PrincipalType`',
        edits: document.edits.removeCondition(statement.plan, clause.span),
      };
      report('DELEGATION_TO_ROOT_USER_ONLY', clause.span, message, { help, fixes: [fix] });
    }
  },
};
