import { and, type Truth, truth } from '../conditions/truth.ts';
import type { RequestContext } from '../conditions/context.ts';
import type { PolicyType } from '../policy/policy.ts';
import type { Check } from './check.ts';
import { type PolicyPlan, type StatementPlan, statementsFor } from './plan.ts';
import { MatchClass, matchNotPrincipal, matchPrincipal } from './principalMatch.ts';
import { matchResource } from './resourceMatch.ts';
import { callerNames } from './statementIndex.ts';

/** What a policy, or several of one kind, say about a check: whether a Deny applies, and which match classes an Allow applies in. */
export interface PolicySays {
  readonly deny: Truth;
  /** Or'ed match classes of the Allow statements that apply for certain. */
  readonly allowed: number;
  /** The same for those that apply for some of the requests asked about. */
  readonly maybe: number;
}

export const saysNothing: PolicySays = { deny: 'false', allowed: 0, maybe: 0 };

/** The policy types whose statements name principals; for the others the principal is the one they are attached to (IAM-021). */
export function namesPrincipals(type: PolicyType): boolean {
  return type === 'key' || type === 'resource' || type === 'rcp' || type === 'endpoint' || type === 'trust';
}

/** The context a statement of a policy sees: a key policy does not see the keys that only work in IAM policies (KMS-134). */
export function contextFor(type: PolicyType, check: Check): RequestContext {
  return type === 'key' ? check.keyPolicyContext : check.context;
}

/**
 * The classes in which a statement's principal part matches; `MatchClass.any` for policies that name none.
 * A statement of a policy that must name principals and does not matches nobody (IAM-021).
 */
export function principalClasses(plan: StatementPlan, check: Check, hasBoundary: boolean): number {
  if (!namesPrincipals(plan.policy.type)) return MatchClass.any;
  if (plan.principal === undefined) return MatchClass.none;
  if (!plan.principal.element.negated) return matchPrincipal(plan.principal, check.caller);
  return matchNotPrincipal(plan.principal, check.caller, hasBoundary && plan.effect === 'Deny');
}

/** Whether resource and conditions of a statement hold; the action is taken to match already (IAM-120). */
export function restApplies(plan: StatementPlan, check: Check): Truth {
  const context = contextFor(plan.policy.type, check);
  let result = resourceApplies(plan, check, context);
  for (const condition of plan.conditions) {
    if (result === 'false') return 'false';
    result = and(result, condition.test(context));
  }
  return result;
}

/** Without a Resource, the policy of another service's resource means that resource (IAM-066); a key policy means nothing (IAM-013). */
export function resourceApplies(plan: StatementPlan, check: Check, context: RequestContext): Truth {
  if (plan.resource === undefined) return truth(plan.policy.type === 'resource');
  return matchResource(plan.resource, check, context);
}

/** What one policy says about a check. The fast path: no trace, no allocation but the result (IAM-120, IAM-121). */
export function policySays(plan: PolicyPlan, check: Check, hasBoundary: boolean): PolicySays {
  const { whoever, byName } = statementsFor(plan, check.action);
  if (whoever.length === 0 && byName.size === 0) return saysNothing;
  const heard: Heard = { deny: 'false', allowed: 0, maybe: 0 };
  hear(whoever, check, hasBoundary, heard);
  if (byName.size === 0) return heard;
  for (const nameOf of callerNames) {
    const name = nameOf(check.caller);
    const named = name === undefined ? undefined : byName.get(name);
    // A statement found under two names is heard twice, which changes nothing.
    if (named !== undefined) hear(named, check, hasBoundary, heard);
  }
  return heard;
}

type Heard = { -readonly [Field in keyof PolicySays]: PolicySays[Field] };

/** Adds what some statements say; those that can add nothing to what was heard already are not asked. */
function hear(statements: readonly StatementPlan[], check: Check, hasBoundary: boolean, heard: Heard): void {
  for (const statement of statements) {
    const isDeny = statement.effect === 'Deny';
    if (isDeny && heard.deny === 'true') continue;
    const classes = principalClasses(statement, check, hasBoundary);
    if (classes === MatchClass.none || (!isDeny && (classes & ~heard.allowed) === 0)) continue;
    const applies = restApplies(statement, check);
    if (applies === 'false') continue;
    if (isDeny) heard.deny = applies;
    else if (applies === 'true') heard.allowed |= classes;
    else heard.maybe |= classes;
  }
}

/** What several policies of one kind say together: any Deny, any Allow (IAM-002). */
export function policiesSay(plans: readonly PolicyPlan[], check: Check, hasBoundary: boolean): PolicySays {
  const [only] = plans;
  if (only !== undefined && plans.length === 1) return policySays(only, check, hasBoundary);
  let deny: Truth = 'false';
  let allowed = 0;
  let maybe = 0;
  for (const plan of plans) {
    const says = policySays(plan, check, hasBoundary);
    if (says.deny === 'true' || (says.deny === 'unknown' && deny === 'false')) deny = says.deny;
    allowed |= says.allowed;
    maybe |= says.maybe;
  }
  return { deny, allowed, maybe };
}

/** Whether any of the given classes allowed: for certain, perhaps, or not. */
export function allows(says: PolicySays, classes: number): Truth {
  if ((says.allowed & classes) !== 0) return 'true';
  return (says.maybe & classes) !== 0 ? 'unknown' : 'false';
}
