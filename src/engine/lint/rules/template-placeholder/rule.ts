import { quoted } from '#engine/source/quote.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { placeholder } from '#engine/lint/placeholder.ts';
import { ANY_TYPE, type Rule } from '#engine/lint/rule.ts';

/** Places of a template that nobody filled in: no request has such a value. */
export const templatePlaceholder: Rule = {
  name: 'template-placeholder',
  codes: { TEMPLATE_PLACEHOLDER: 'warning' },
  types: ANY_TYPE,
  statement({ plan, statement }, report) {
    const values: readonly Sourced[] = [
      ...(statement.resource?.patterns ?? []),
      ...statement.conditions.flatMap((clause) => clause.values),
      // A variable in a principal is reported where the document is read.
      ...(plan.principal?.element.entries ?? []).filter(({ value: text }) => !text.includes('${')),
    ];
    const told = new Set<string>();
    for (const { value, span } of values) {
      const found = placeholder(value);
      if (found === undefined || told.has(found)) continue;
      told.add(found);
      const message = `${quoted(found)} looks like a place in a template that was not filled in.`;
      report('TEMPLATE_PLACEHOLDER', span, message, { help: 'Put the value in.' });
    }
  },
};
