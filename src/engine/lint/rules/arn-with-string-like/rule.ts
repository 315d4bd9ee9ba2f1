import { printOperator } from '#engine/conditions/parseOperator.ts';
import { quoted } from '#engine/source/quote.ts';
import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/**
 * A pattern for an ARN with a wildcard before its last part, compared as text: there the wildcard also takes in colons, and
 * with them what should be another part (IAM-088).
 */
export const arnWithStringLike: Rule = {
  name: 'arn-with-string-like',
  codes: { STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: 'securityWarning' },
  types: ANY_TYPE,
  statement({ clauses, plan, document, effect }, report) {
    for (const { clause, operator, info } of clauses) {
      if (info?.type !== 'arn' || operator.base.name !== 'StringLike' || effect !== 'Allow') continue;
      const found = clause.values.find(({ value }) => isLoose(value));
      if (found === undefined) continue;
      const message = `As text, a \`*\` of ${quoted(found.value)} also takes in colons, and with them other parts of an ARN.`;
      const name = printOperator(
        operator.qualifier,
        { ...operator.base, name: 'ArnLike' },
        operator.ifExists,
      );
      const readable = clause.values.every(({ value }) => value.split(':').length >= 6);
      const edits = readable ? document.edits.changeOperator(plan, clause.span, name) : [];
      const fixes = [{ title: `Use \`${name}\``, edits }];
      report('STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', found.span, message, {
        help: 'Use `ArnLike`, which compares part by part.',
        fixes,
      });
    }
  },
};

/** Whether a wildcard stands before the last of the six parts, with something behind it that it could take in. */
function isLoose(value: string): boolean {
  const parts = value.split(':');
  return parts.length >= 6 && parts.slice(0, 5).some((part) => /[*?]/.test(part));
}
