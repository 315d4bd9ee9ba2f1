import { compareDecimals, parseDecimal } from '#engine/conditions/decimal.ts';
import { compileWildcard } from '#engine/vocabulary/wildcard.ts';
import { statementName } from '#engine/explain/words.ts';
import type { Sourced } from '#engine/policy/policy.ts';
import { quoted } from '#engine/source/quote.ts';
import { ANY_TYPE, type Report, type Rule } from '#engine/lint/rule.ts';
import type { LintedClause, LintedStatement } from '#engine/lint/statement.ts';

/** Entries that another entry of the list takes in, and statements that say the same as an earlier one. */
export const redundantParts: Rule = {
  name: 'redundant-parts',
  codes: {
    REDUNDANT_ACTION: 'suggestion',
    REDUNDANT_CONDITION_VALUE_NUM: 'suggestion',
    REDUNDANT_RESOURCE: 'suggestion',
    REDUNDANT_STATEMENT: 'suggestion',
  },
  types: ANY_TYPE,
  covers: ['STATEMENT_DOES_NOTHING', 'PART_DOES_NOTHING'],
  statement(statement, report) {
    const { action, resource } = statement.plan;
    if (action !== undefined) inList(statement, action.element.patterns, true, 'REDUNDANT_ACTION', report);
    if (resource !== undefined)
      inList(statement, resource.element.patterns, false, 'REDUNDANT_RESOURCE', report);
    for (const one of statement.clauses) severalBounds(one, report);
  },
  document({ statements, edits }, report) {
    const seen = new Map<string, LintedStatement>();
    for (const one of statements) {
      const says = JSON.stringify(essence(one));
      const before = seen.get(says);
      if (before === undefined) {
        seen.set(says, one);
        continue;
      }
      const span = { ...one.statement.span, to: one.statement.span.from + 1 };
      const message = `${one.name} says the same as ${quoted(statementName(before.statement))}.`;
      const fix = { title: 'Remove the statement', edits: edits.removeStatement(one.plan) };
      report('REDUNDANT_STATEMENT', span, message, { help: 'Remove one of them.', fixes: [fix] });
    }
  },
};

/** Longer lists are not compared entry by entry: the work would grow with the square of their length. */
const LONGEST_LIST = 100;

function inList(
  { document, plan }: LintedStatement,
  patterns: readonly Sourced[],
  ignoreCase: boolean,
  code: string,
  report: Report,
): void {
  if (patterns.length < 2 || patterns.length > LONGEST_LIST) return;
  const matchers = patterns.map(({ value }) => compileWildcard(value, { ignoreCase }));
  const idle = patterns.filter(({ value }, index) => {
    if (value.includes('${')) return false;
    return matchers.some((other, at) => {
      const text = patterns[at]?.value ?? '';
      // A `?` takes in the star of another pattern, and not what that stands for.
      const unsure = text.includes('${') || (text.includes('?') && value.includes('*'));
      if (at === index || unsure || !other.test(value)) return false;
      // Of two that take each other in, the first stays.
      return at < index || matchers[index]?.test(text) !== true;
    });
  });
  const [first] = idle;
  if (first === undefined) return;
  const others = idle.length === 1 ? '' : ` and ${String(idle.length - 1)} more`;
  const message = `${quoted(first.value)}${others} ${idle.length === 1 ? 'is' : 'are'} taken in by another entry of the list.`;
  const fix = { title: 'Remove what is taken in', edits: document.edits.removeFromList(plan, idle) };
  report(code, first.span, message, { fixes: [fix] });
}

/** Of several bounds in one direction only the widest counts: one that holds is enough. */
function severalBounds({ clause, operator: { base } }: LintedClause, report: Report): void {
  if (base.family !== 'Numeric' || base.negated || !/Than/.test(base.name)) return;
  const bounds = clause.values.map((value) => ({ value, number: parseDecimal(value.value) }));
  const known = bounds.flatMap(({ value, number }) => (number === undefined ? [] : [{ value, number }]));
  const isLess = base.name.startsWith('NumericLess');
  const [widest, next] = known.toSorted((one, other) => {
    const order = compareDecimals(one.number, other.number);
    return isLess ? -order : order;
  });
  if (known.length < bounds.length || widest === undefined || next === undefined) return;
  const message = `Beside ${quoted(widest.value.value)}, ${quoted(next.value.value)} changes nothing: one bound that holds is enough.`;
  report('REDUNDANT_CONDITION_VALUE_NUM', next.value.span, message, { help: 'Keep the one that is meant.' });
}

function essence({ statement }: LintedStatement): unknown {
  const { effect, principal, action, resource, conditions } = statement;
  return [
    effect,
    principal && [
      principal.negated,
      principal.entries.map(({ kind, value }) => `${kind} ${value}`).toSorted(),
    ],
    action && [action.negated, action.patterns.map(({ value }) => value.toLowerCase()).toSorted()],
    resource && [resource.negated, resource.patterns.map(({ value }) => value).toSorted()],
    conditions
      .map(({ operator, key, values }) => [
        operator.value,
        key.value.toLowerCase(),
        values.map(({ value }) => value).toSorted(),
      ])
      .map((clause) => JSON.stringify(clause))
      .toSorted(),
  ];
}
