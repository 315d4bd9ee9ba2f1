import { and, type Truth, truth } from '../conditions/truth.ts';
import type { ConditionFacts } from '../conditions/facts.ts';
import type { PrincipalEntry, Sourced } from '../policy/policy.ts';
import { type ActionMatch, matchAction } from './actionMatch.ts';
import type { Check } from './check.ts';
import type { StatementPlan } from './plan.ts';
import { MatchClass, matchEntry } from './principalMatch.ts';
import { matchingResourcePattern } from './resourceMatch.ts';
import { contextFor, namesPrincipals, principalClasses, resourceApplies } from './statementMatch.ts';

/** Everything about one statement and one check: the same comparisons `policySays` makes, none cut short. */
export interface StatementTrace {
  readonly plan: StatementPlan;
  /** Whether the statement applies; equal to what `policySays` takes it for. */
  readonly applies: Truth;
  /** Match classes of the principal part. */
  readonly classes: number;
  /** Undefined for policies that name no principals. */
  readonly principal:
    | { readonly matched: boolean; readonly entry: PrincipalEntry | undefined; readonly bounded: boolean }
    | undefined;
  readonly action: ActionMatch;
  readonly resource: { readonly outcome: Truth; readonly pattern: Sourced | undefined };
  readonly conditions: readonly ConditionFacts[];
}

const noAction: ActionMatch = { matched: false, pattern: undefined };

export function traceStatement(plan: StatementPlan, check: Check, hasBoundary: boolean): StatementTrace {
  const context = contextFor(plan.policy.type, check);
  const classes = principalClasses(plan, check, hasBoundary);
  const action = plan.action === undefined ? noAction : matchAction(plan.action, check.action);
  const resource = resourceApplies(plan, check, context);
  const conditions = plan.conditions.map((condition) => condition.explain(context));
  let applies = and(truth(classes !== MatchClass.none && action.matched), resource);
  for (const condition of conditions) applies = and(applies, condition.truth);
  return {
    plan,
    applies,
    classes,
    principal: tracePrincipal(plan, check, classes, hasBoundary),
    action,
    resource: {
      outcome: resource,
      pattern: plan.resource && matchingResourcePattern(plan.resource, check, context),
    },
    conditions,
  };
}

function tracePrincipal(
  plan: StatementPlan,
  check: Check,
  classes: number,
  hasBoundary: boolean,
): StatementTrace['principal'] {
  if (!namesPrincipals(plan.policy.type)) return undefined;
  const negated = plan.principal?.element.negated === true;
  const matched = classes !== MatchClass.none;
  return {
    matched,
    // A Principal that did not match has no entry that does; a NotPrincipal may have, matched or not.
    entry: matched || negated ? matchingEntry(plan, check) : undefined,
    bounded: negated && hasBoundary && plan.effect === 'Deny',
  };
}

function matchingEntry({ principal }: StatementPlan, { caller }: Check): PrincipalEntry | undefined {
  return principal?.entries.find(({ plan }) => matchEntry(plan, caller) !== MatchClass.none)?.entry;
}
