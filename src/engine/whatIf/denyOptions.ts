import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { ConditionFacts } from '../conditions/facts.ts';
import { code, named } from '../explain/words.ts';
import { callerPrincipal } from './callerPrincipal.ts';
import { type Option, type OptionFacts, option } from './option.ts';
import { saidAs } from './requestOptions.ts';

/** Ways to have a Deny spare the request: say what it asks for, widen what it spares, or name the caller as an exception. */
export function denyOptions(statement: StatementTrace, facts: OptionFacts): readonly Option[] {
  return [
    ...statement.conditions.flatMap((condition) => [
      ...bySaying(condition, facts),
      ...byValue(statement, condition, facts),
    ]),
    ...byNotPrincipal(statement, facts),
    ...byException(statement, facts),
  ];
}

const isNegated = ({ operator }: ConditionFacts): boolean => operator?.base.negated === true;

/** A Deny "unless the request says so": have it say so. */
function bySaying(condition: ConditionFacts, facts: OptionFacts): readonly Option[] {
  if (!isNegated(condition)) return [];
  const value = condition.values
    .map(({ text, resolved }) => resolved ?? text)
    .find((text) => !/[*?]|\$\{/.test(text));
  const said = value === undefined ? undefined : saidAs(condition.key, value, facts);
  return said === undefined
    ? []
    : option({ kind: 'request', edits: [said.edit], text: said.text, weight: 1 });
}

/** A Deny for all values but those listed: list the request's. */
function byValue(
  statement: StatementTrace,
  condition: ConditionFacts,
  { documents }: OptionFacts,
): readonly Option[] {
  const { entry, clause } = condition;
  const [value] = entry.values;
  if (!isNegated(condition) || value === undefined || entry.values.length !== 1 || value.includes('${'))
    return [];
  return option({
    kind: 'exemption',
    edits: documents.addConditionValue(statement.plan, clause.key.span, value),
    text: [
      'add ',
      code(value),
      ' to the values of ',
      code(clause.key.value),
      ' that ',
      ...named(statement),
      ' spares',
    ],
    weight: 2,
    caution: ['The Deny then spares everyone with that value.'],
  });
}

function byNotPrincipal(statement: StatementTrace, { documents, traced }: OptionFacts): readonly Option[] {
  const caller = callerPrincipal(traced.check.caller);
  const isList = statement.plan.principal?.element.negated === true && statement.principal?.bounded !== true;
  if (caller === undefined || caller.caution !== undefined || !isList) return [];
  return option({
    kind: 'exception',
    edits: documents.addPrincipal(statement.plan, caller.kind, caller.value),
    text: ['add ', caller.name, ' to the principals that ', ...named(statement), ' spares'],
    weight: 3,
    caution: ['The Deny then spares the caller in all its actions.'],
  });
}

/** A condition by which the Deny leaves out this caller and nobody else. */
function byException(statement: StatementTrace, { documents, traced }: OptionFacts): readonly Option[] {
  const { caller } = traced.check;
  const principal = callerPrincipal(caller);
  if (principal === undefined) return [];
  const isService = principal.kind === 'Service';
  const [operator, key] = isService
    ? (['StringNotEquals', 'aws:PrincipalServiceName'] as const)
    : (['ArnNotEquals', 'aws:PrincipalArn'] as const);
  return option({
    kind: 'exception',
    edits: documents.addCondition(statement.plan, operator, key, principal.value),
    text: ['spare ', principal.name, ' in ', ...named(statement), ': add a condition on ', code(key)],
    weight: 4,
    caution: ['The Deny then spares the caller in all its actions.'],
  });
}
