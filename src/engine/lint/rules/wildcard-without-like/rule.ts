import { printOperator } from '#engine/conditions/parseOperator.ts';
import { quoted } from '#engine/source/quote.ts';
import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

const like: Readonly<Record<string, string>> = {
  StringEquals: 'StringLike',
  StringNotEquals: 'StringNotLike',
};

/** A `*` or `?` in a value that is compared letter by letter (IAM-081, IAM-082). */
export const wildcardWithoutLike: Rule = {
  name: 'wildcard-without-like',
  codes: { WILDCARD_WITHOUT_LIKE_OPERATOR: 'warning' },
  types: ANY_TYPE,
  covers: ['STATEMENT_DOES_NOTHING'],
  statement({ clauses, plan, document }, report) {
    for (const { clause, operator } of clauses) {
      if (operator.base.family !== 'String' || operator.base.wildcards) continue;
      const found = clause.values.find(({ value }) => /[*?]/.test(value.replaceAll(/\$\{[^}]*\}/g, '')));
      if (found === undefined) continue;
      const message = `${quoted(operator.base.name)} compares letter by letter, so ${quoted(found.value)} means itself and no pattern.`;
      const to = like[operator.base.name];
      const fixes = [];
      if (to !== undefined) {
        const base = { ...operator.base, name: to };
        const name = printOperator(operator.qualifier, base, operator.ifExists);
        fixes.push({
          title: `Use \`${name}\``,
          edits: document.edits.changeOperator(plan, clause.span, name),
        });
      }
      const help = to === undefined ? 'Write the values out.' : `Use \`${to}\` for patterns.`;
      report('WILDCARD_WITHOUT_LIKE_OPERATOR', found.span, message, { help, fixes });
    }
  },
};
