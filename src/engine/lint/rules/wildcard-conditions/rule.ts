import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';
import { quoted } from '#engine/source/quote.ts';

/** Conditions that a `*` makes true of everything, or of nothing (IAM-082, IAM-096 to IAM-100). */
export const wildcardConditions: Rule = {
  name: 'wildcard-conditions',
  codes: {
    REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: 'suggestion',
    REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: 'suggestion',
  },
  types: ANY_TYPE,
  covers: ['STATEMENT_DOES_NOTHING', 'PART_DOES_NOTHING'],
  statement({ clauses, name }, report) {
    for (const { clause, operator } of clauses) {
      const { base, ifExists, qualifier } = operator;
      if (base.family !== 'String' || !base.wildcards) continue;
      const star = clause.values.find(({ value }) => /^\*+$/.test(value));
      if (star === undefined) continue;
      const key = quoted(clause.key.value);
      const passesWithout = ifExists || qualifier === 'ForAllValues';
      if (!base.negated && passesWithout) {
        const message = `The condition on ${key} holds whatever it is, and also where it is missing.`;
        report('REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION', star.span, message, { help: 'Remove it.' });
      } else if (base.negated && qualifier === 'ForAnyValue' && !ifExists) {
        const message = `${name} never matches: no value of ${key} is unlike \`*\`.`;
        report('REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION', star.span, message, {
          help: 'Write what is meant, or remove the statement.',
        });
      }
    }
  },
};
