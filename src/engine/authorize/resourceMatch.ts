import { not, type Truth, truth } from '../conditions/truth.ts';
import type { RequestContext } from '../conditions/context.ts';
import { compileTemplate, type Template } from '../conditions/template.ts';
import { resolveTemplate } from '../conditions/variables.ts';
import type { PatternElement, PolicyType, Sourced } from '../policy/policy.ts';
import { compileWildcard, type WildcardMatcher } from '../vocabulary/wildcard.ts';
import type { Check, CheckTarget } from './check.ts';

interface ResourcePattern {
  readonly source: Sourced;
  /** The pattern, unless it has a policy variable. */
  readonly matcher: WildcardMatcher | undefined;
  /** The pattern with its variables, which can stand only after the fifth colon (IAM-067, IAM-110). */
  readonly template: Template | undefined;
  /** Ends in a star, and so may be a pattern for everything of an account, `arn:aws:kms:us-west-2:111122223333:*` (KMS-023). */
  readonly openEnded: boolean;
}

export interface ResourcePlan {
  readonly element: PatternElement;
  readonly patterns: readonly ResourcePattern[];
  /** What it says of every resource, and where there is none: true with a lone `*`, as nearly every key policy has it. */
  readonly always: Truth | undefined;
}

/**
 * @param type decides whether an ARN with missing fields is completed with `*` at its end: IAM does so for identity-based
 *   policies (IAM-062); elsewhere such a pattern is taken as it stands.
 * @param variables whether `${…}` is a variable (IAM-008).
 */
export function compileResource(element: PatternElement, type: PolicyType, variables: boolean): ResourcePlan {
  const patterns = element.patterns.map((source) => compilePattern(source, type, variables));
  const everything = patterns.some(({ matcher }) => matcher?.matchesEverything === true);
  return { element, patterns, always: everything ? truth(!element.negated) : undefined };
}

function compilePattern(source: Sourced, type: PolicyType, variables: boolean): ResourcePattern {
  const text = type === 'identity' || type === 'boundary' ? completed(source.value) : source.value;
  const fifthColon = nthColon(text, 5);
  if (variables && fifthColon >= 0 && text.includes('${', fifthColon)) {
    const template = compileTemplate(text, true, fifthColon + 1);
    return { source, matcher: undefined, template, openEnded: false };
  }
  return { source, matcher: compileWildcard(text), template: undefined, openEnded: text.endsWith('*') };
}

/** `arn:aws:sqs` stands for `arn:aws:sqs:*:*:*` in an identity-based policy (IAM-062). */
function completed(text: string): string {
  if (!text.startsWith('arn:')) return text;
  let missing = 5;
  for (const char of text) if (char === ':') missing--;
  return missing > 0 ? text + ':*'.repeat(missing) : text;
}

function nthColon(text: string, n: number): number {
  let at = -1;
  for (let count = 0; count < n; count++) {
    at = text.indexOf(':', at + 1);
    if (at < 0) return -1;
  }
  return at;
}

/**
 * Whether a Resource (or NotResource) element covers the resource of a check (IAM-055, IAM-060…067, KMS-020…023).
 * Case-sensitive. `*` crosses `/` and `:`. An action without a resource is covered only by `*` and, for KMS, by a pattern
 * for everything of the account. A variable without a value matches nothing.
 */
export function matchResource(plan: ResourcePlan, check: Check, context: RequestContext): Truth {
  if (plan.always !== undefined) return plan.always;
  let result: Truth = 'false';
  for (const pattern of plan.patterns) {
    const one = matchPattern(pattern, check, context);
    if (one === 'true') {
      result = 'true';
      break;
    }
    if (one === 'unknown') result = 'unknown';
  }
  return plan.element.negated ? not(result) : result;
}

/** The first pattern that matches for certain, negated or not. */
export function matchingResourcePattern(
  plan: ResourcePlan,
  check: Check,
  context: RequestContext,
): Sourced | undefined {
  return plan.patterns.find((pattern) => matchPattern(pattern, check, context) === 'true')?.source;
}

function matchPattern(pattern: ResourcePattern, check: Check, context: RequestContext): Truth {
  if (check.target.kind === 'none') return truth(coversNoResource(pattern, check, check.target));
  if (pattern.matcher !== undefined) return truth(pattern.matcher.test(check.resource));
  if (pattern.template === undefined) return 'false';
  const resolved = resolveTemplate(pattern.template, context);
  if (resolved.state === 'unknown') return 'unknown';
  if (resolved.state === 'unresolved') return 'false';
  return truth(compileWildcard(resolved.segments).test(check.resource));
}

function coversNoResource(
  pattern: ResourcePattern,
  check: Check,
  { partition, region }: CheckTarget & { kind: 'none' },
): boolean {
  if (pattern.matcher?.matchesEverything === true) return true;
  if (!check.action.startsWith('kms:')) return false;
  const account = 'account' in check.caller ? check.caller.account : undefined;
  if (account === undefined || !pattern.openEnded || pattern.matcher === undefined) return false;
  // What fits the account's place with nothing after it, and ends in a star, fits everything there.
  return pattern.matcher.test(`arn:${partition}:kms:${region}:${account}:`);
}
