import type { ContextEntry, RequestContext } from './context.ts';
import { absence } from './null.ts';
import type { ConditionPlan, Decision } from './plan.ts';
import { not, truth, type Truth } from './truth.ts';
import { resolveTemplate } from './variables.ts';

/** Whether one value of the request satisfies the positive operator for some policy value. */
export type Match = (plan: ConditionPlan, context: RequestContext, value: string) => Truth;

/** A plain operator on a multivalued key: AWS asks for a set operator and does not say what happens without one. */
const unqualified: Decision = { truth: 'false', rule: 'IAM-099' };

/**
 * The truth of one clause for one request (IAM-102). Absence, sets, negation and unknown values are handled here, once for
 * all operators.
 *
 * `true` and `false` are certain however the keys left open turn out. `unknown` is cautious: that several policy values take in
 * every value only together (`""` and `?*`) is not recognised.
 */
export function decide(plan: ConditionPlan, context: RequestContext, match: Match): Decision {
  return decideEntry(plan, context, context.entries.get(plan.key), match);
}

/** `decide` for who has looked the clause's key up already. */
export function decideEntry(
  plan: ConditionPlan,
  context: RequestContext,
  entry: ContextEntry | undefined,
  match: Match,
): Decision {
  if (plan.always !== undefined) return plan.always;
  if ((entry?.state ?? context.otherwise) === 'unknown') return decideUnknown(plan, context, entry);
  const value = entry === undefined ? undefined : firstValue(entry);
  if (plan.operator.base.family === 'Null') {
    return plan.present[match(plan, context, value === undefined ? absence.absent : absence.present)];
  }
  if (entry === undefined || value === undefined) return plan.absent;
  return decidePresent(plan, context, entry, value, match);
}

/** An entry without values counts as absent (section 4.2). */
function firstValue(entry: ContextEntry): string | undefined {
  return entry.state === 'present' ? entry.values[0] : undefined;
}

function decidePresent(
  plan: ConditionPlan,
  context: RequestContext,
  entry: ContextEntry,
  value: string,
  match: Match,
): Decision {
  const isPlain = plan.operator.qualifier === 'none';
  if (isPlain && entry.multivalued) return unqualified;
  if (plan.templates.length === 0) return plan.present[truth(holdsOverNothing(plan))];
  // With one value both set operators ask the same (IAM-100).
  if (!entry.multivalued) return plan.present[satisfies(plan, context, value, match)];
  return plan.present[overSet(plan, context, entry.values, match)];
}

/** `Match` in earnest: asks the operator. */
export function matchValue(plan: ConditionPlan, context: RequestContext, value: string): Truth {
  if (plan.fixed.matches(value)) return 'true';
  let result: Truth = 'false';
  for (const template of plan.open) {
    const resolution = resolveTemplate(template, context);
    if (resolution.state === 'unknown') result = 'unknown';
    if (resolution.state === 'resolved' && plan.operator.base.compare([resolution]).matches(value)) {
      return 'true';
    }
  }
  return result;
}

/** The values of a key that are compared: a single-valued key has one, even if an ambiguous one was supplied twice (IAM-073). */
export function comparedValues(entry: ContextEntry): readonly string[] {
  return entry.multivalued || entry.values.length < 2 ? entry.values : entry.values.slice(0, 1);
}

/** Whether one request value satisfies the operator: none of the policy values may match a negated one (IAM-070). */
export function satisfies(plan: ConditionPlan, context: RequestContext, value: string, match: Match): Truth {
  const matched = match(plan, context, value);
  return plan.operator.base.negated ? not(matched) : matched;
}

function overSet(
  plan: ConditionPlan,
  context: RequestContext,
  values: readonly string[],
  match: Match,
): Truth {
  // ForAllValues ends with the first value that fails, ForAnyValue with the first that holds.
  const decisive: Truth = plan.operator.qualifier === 'ForAllValues' ? 'false' : 'true';
  let result: Truth = not(decisive);
  for (const value of values) {
    const held = satisfies(plan, context, value, match);
    if (held === decisive) return decisive;
    if (held === 'unknown') result = 'unknown';
  }
  return result;
}

/**
 * An empty list of policy values (IAM-015): documented to fail with set operators and `IfExists`. For the plain operators one
 * of no values matches, so negated ones hold.
 */
function holdsOverNothing({ operator }: ConditionPlan): boolean {
  return operator.qualifier === 'none' && !operator.ifExists && operator.base.negated;
}

/** The result if it is the same for an absent key and for every value the key could have. */
function decideUnknown(
  plan: ConditionPlan,
  context: RequestContext,
  entry: ContextEntry | undefined,
): Decision {
  const present = anyPresent(plan, context, entry);
  return plan.present[present === plan.absent.truth ? present : 'unknown'];
}

function anyPresent(plan: ConditionPlan, context: RequestContext, entry: ContextEntry | undefined): Truth {
  const alone = anySingleValue(plan, context);
  const plain = plan.operator.qualifier === 'none' && plan.operator.base.family !== 'Null';
  if (!plain || entry?.multivalued === false) return alone;
  // Where the key has no entry, it is not even known whether it is multivalued: both must come to the same.
  return entry?.multivalued === true || alone === unqualified.truth ? unqualified.truth : 'unknown';
}

/** The result for any one value, and so for any set of values, without knowing it. */
function anySingleValue(plan: ConditionPlan, context: RequestContext): Truth {
  const { base } = plan.operator;
  if (base.family === 'Null') return truth(plan.fixed.matches(absence.present));
  if (plan.templates.length === 0) return truth(holdsOverNothing(plan));
  const matched = reachAsTruth(plan, context);
  return base.negated ? not(matched) : matched;
}

function reachAsTruth(plan: ConditionPlan, context: RequestContext): Truth {
  if (plan.fixed.reach === 'all') return 'true';
  let result: Truth = plan.fixed.reach === 'none' ? 'false' : 'unknown';
  for (const template of plan.open) {
    const resolution = resolveTemplate(template, context);
    if (resolution.state === 'unresolved') continue;
    const reach = resolution.state === 'unknown' ? 'some' : plan.operator.base.compare([resolution]).reach;
    if (reach === 'all') return 'true';
    if (reach === 'some') result = 'unknown';
  }
  return result;
}
