import type { PatternElement, Sourced } from '../policy/policy.ts';
import { compileWildcard, type WildcardMatcher } from '../vocabulary/wildcard.ts';

interface ActionPattern {
  readonly source: Sourced;
  /** Matches nothing: no colon and not the lone star (IAM-051). */
  readonly valid: boolean;
  readonly service: WildcardMatcher;
  readonly name: WildcardMatcher;
}

/** What an Action (or NotAction) element makes of one action. */
export interface ActionMatch {
  readonly matched: boolean;
  /** The first pattern that matches the action, whether the element is negated or not. */
  readonly pattern: Sourced | undefined;
}

export interface ActionPlan {
  readonly element: PatternElement;
  readonly patterns: readonly ActionPattern[];
  /** Answers already given, by action: a policy is asked about the same few dozen actions again and again. */
  readonly known: Map<string, ActionMatch>;
}

// Requests may name any action; the memory stays bounded whatever they name.
const MOST_REMEMBERED = 512;

export function compileAction(element: PatternElement): ActionPlan {
  return { element, patterns: element.patterns.map(compilePattern), known: new Map() };
}

function compilePattern(source: Sourced): ActionPattern {
  const colon = source.value.indexOf(':');
  const everything = source.value === '*';
  return {
    source,
    valid: everything || colon > 0,
    service: compileWildcard(everything ? '*' : source.value.slice(0, Math.max(colon, 0)), {
      ignoreCase: true,
    }),
    name: compileWildcard(everything ? '*' : source.value.slice(colon + 1), { ignoreCase: true }),
  };
}

/**
 * Whether an Action (or NotAction) element covers an action, without regard to case; `*` and `?` may stand anywhere, also
 * in the service prefix (IAM-050…IAM-053, KMS-168).
 */
export function matchAction(plan: ActionPlan, action: string): ActionMatch {
  const known = plan.known.get(action);
  if (known !== undefined) return known;
  const pattern = matchingPattern(plan, action);
  const match = { matched: (pattern !== undefined) !== plan.element.negated, pattern };
  if (plan.known.size < MOST_REMEMBERED) plan.known.set(action, match);
  return match;
}

function matchingPattern(plan: ActionPlan, action: string): Sourced | undefined {
  const colon = action.indexOf(':');
  return plan.patterns.find(
    (pattern) =>
      pattern.valid && pattern.service.test(action, 0, colon) && pattern.name.test(action, colon + 1),
  )?.source;
}
