import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { ConditionFacts } from '../conditions/facts.ts';
import { nearStatements } from '../explain/nearMiss.ts';
import { code, named } from '../explain/words.ts';
import { type Option, type OptionFacts, option } from './option.ts';
import { requestOption } from './requestOptions.ts';

const MOST_NEAR = 3;

/** Ways to have a statement apply that misses nothing but its conditions: change the request, or a value of the policy. */
export function nearOptions(
  policies: Parameters<typeof nearStatements>[0],
  facts: OptionFacts,
): readonly Option[] {
  return nearStatements(policies)
    .slice(0, MOST_NEAR)
    .flatMap((statement) => {
      const failed = statement.conditions.filter(({ truth }) => truth === 'false');
      const [only] = failed;
      return [
        ...requestOption(failed, facts),
        ...(only !== undefined && failed.length === 1 ? withValue(statement, only, facts) : []),
      ];
    });
}

/** Families whose conditions list what they accept: a further boolean or bound would make the condition mean nothing. */
const extensible: ReadonlySet<string> = new Set(['String', 'Arn', 'IpAddress']);

/** The request's value as a further value of the condition. */
function withValue(
  statement: StatementTrace,
  condition: ConditionFacts,
  { documents }: OptionFacts,
): readonly Option[] {
  const { operator, entry, clause } = condition;
  const [value] = entry.values;
  const isOpen = operator?.base.negated === false && extensible.has(operator.base.family);
  if (!isOpen || value === undefined || entry.values.length !== 1 || value.includes('${')) return [];
  return option({
    kind: 'conditionValue',
    edits: documents.addConditionValue(statement.plan, clause.key.span, value),
    text: [
      'add ',
      code(value),
      ' to the values that the condition on ',
      code(clause.key.value),
      ' of ',
      ...named(statement),
      ' accepts',
    ],
    weight: 2,
    caution: ['It then accepts that value in every request that the statement covers.'],
  });
}
