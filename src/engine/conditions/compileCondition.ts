import type { ConditionClause } from '../policy/policy.ts';
import type { RequestContext } from './context.ts';
import { decide, matchValue } from './decide.ts';
import { explainer, explainUnknownOperator } from './explainCondition.ts';
import type { ConditionFacts } from './facts.ts';
import { keyName } from './keyName.ts';
import type { ParsedOperator } from './parseOperator.ts';
import { type ConditionPlan, planCondition } from './plan.ts';
import { and, not, type Truth, truth } from './truth.ts';

/** A condition clause read once, to be asked about many requests. */
export interface CompiledCondition {
  readonly clause: ConditionClause;
  /** Undefined where the operator's name is none (IAM-071): the clause then holds for no request. */
  readonly operator: ParsedOperator | undefined;
  /** Lower-cased condition keys the result can depend on: the clause's own, then those of its variables. */
  readonly keys: readonly string[];
  /** The truth of the clause; makes no objects unless its values have variables. */
  test(context: RequestContext): Truth;
  /** The same truth with everything that led to it. */
  explain(context: RequestContext): ConditionFacts;
}

/**
 * Reads one operator applied to one condition key with its values (IAM-070 to IAM-118, KMS-105 to KMS-111, KMS-131).
 *
 * @param variables the policy's `variables`: whether `${…}` in values is replaced (IAM-008).
 * @returns never fails: an operator that does not exist makes a condition that is false, and says so when explained.
 */
export function compileCondition(clause: ConditionClause, variables: boolean): CompiledCondition {
  const key = keyName(clause.key.value);
  const plan = planCondition(clause, variables);
  if ('problem' in plan) {
    return {
      clause,
      operator: undefined,
      keys: [key],
      test: () => 'false',
      explain: (context) => explainUnknownOperator(clause, plan.problem, context),
    };
  }
  return {
    clause,
    operator: plan.operator,
    keys: [...new Set([key, ...plan.templates.flatMap((template) => template.keys)])],
    test: tester(plan),
    explain: explainer(clause, plan),
  };
}

/**
 * `decide` without its detours for the ordinary clause: a plain operator, values without variables, one value in the request.
 * Everything else goes the whole way.
 */
function tester(plan: ConditionPlan): CompiledCondition['test'] {
  const { operator, key, fixed } = plan;
  const wholeWay = (context: RequestContext): Truth => decide(plan, context, matchValue).truth;
  const isOrdinary =
    operator.qualifier === 'none' &&
    operator.base.family !== 'Null' &&
    plan.open.length === 0 &&
    plan.templates.length > 0;
  if (!isOrdinary) return wholeWay;
  const matched = truth(!operator.base.negated);
  const unmatched = not(matched);
  const absent = plan.absent.truth;
  return (context) => {
    const entry = context.entries.get(key);
    if (entry === undefined) return context.otherwise === 'absent' ? absent : wholeWay(context);
    const value = entry.state === 'present' && !entry.multivalued ? entry.values[0] : undefined;
    if (value === undefined) return wholeWay(context);
    return fixed.matches(value) ? matched : unmatched;
  };
}

/** Whether a statement's whole Condition block holds: all clauses must (IAM-070); no clauses hold. Stops at the first false one. */
export function evaluateConditions(conditions: readonly CompiledCondition[], context: RequestContext): Truth {
  let result: Truth = 'true';
  for (const condition of conditions) {
    result = and(result, condition.test(context));
    if (result === 'false') return result;
  }
  return result;
}

/** The same from clauses that were explained already. */
export function combineConditions(facts: readonly ConditionFacts[]): Truth {
  return facts.map((fact) => fact.truth).reduce(and, 'true');
}
