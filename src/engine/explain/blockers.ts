import { ownSide } from '../authorize/decide.ts';
import { MatchClass } from '../authorize/principalMatch.ts';
import { retireFit } from '../authorize/retireGrant.ts';
import { applying, type TracedCheck } from '../authorize/trace.ts';
import { isForeign } from './explainedStatement.ts';

/** A layer without whose Allow a check cannot be allowed; all of those in the way have to change. */
export type Blocker =
  /** Something that no policy can change: see `Outcome.bar`. */
  | { readonly layer: 'bar' }
  /** The grant to retire does not name the caller, nor its account. */
  | { readonly layer: 'grant' }
  /** The key policy, or the policy of another resource. */
  | { readonly layer: 'resource' }
  | { readonly layer: 'identity' }
  | { readonly layer: 'boundary' }
  | { readonly layer: 'session' }
  /** `target`: the level of the organization whose SCPs do not allow. */
  | { readonly layer: 'scp'; readonly target: string }
  | { readonly layer: 'endpoint' };

/**
 * Everything that stands in the way of an Allow, first what the request needs most: the side of the resource, that of the
 * caller, what limits the caller, and the filters. Empty where the check is allowed, or would be but for a Deny.
 */
export function blockersOf(traced: TracedCheck): readonly Blocker[] {
  const { outcome } = traced;
  if (outcome.bar !== undefined) return [{ layer: 'bar' }];
  if (outcome.decision === 'allowed') return [];
  const isOpen = Object.values(outcome.paths).includes('true');
  return [...(isOpen ? [] : closedWays(traced)), ...filters(traced)];
}

function filters({ outcome, scp, layers }: TracedCheck): readonly Blocker[] {
  const levels = outcome.filters.scp === 'true' ? [] : scp;
  const silent = levels.filter(({ policies }) => applying(policies, 'Allow').length === 0);
  return [
    ...silent.map(({ target }) => ({ layer: 'scp' as const, target })),
    ...(layers.endpoint !== undefined && outcome.filters.endpoint !== 'true'
      ? [{ layer: 'endpoint' as const }]
      : []),
  ];
}

/** What keeps every way to an Allow closed (KMS section 0.3, step 5). */
function closedWays(traced: TracedCheck): readonly Blocker[] {
  const { check } = traced;
  if (check.action === 'kms:RetireGrant') return retireWays(traced);
  switch (check.target.kind) {
    case 'key':
      return keyWays(traced);
    case 'resource':
      return resourceWays(traced);
    case 'alias':
    case 'none':
      return ownWays(traced);
    default:
      return check.target satisfies never;
  }
}

function retireWays(traced: TracedCheck): readonly Blocker[] {
  const fit = retireFit(traced.check);
  const throughAccount = fit.issuingAccount || fit.retiring === MatchClass.account;
  return throughAccount ? ownWays(traced) : [{ layer: 'grant' }];
}

/** Where the key policy is silent, the caller's IAM policies matter only across accounts: at home it can name the caller. */
function keyWays(traced: TracedCheck): readonly Blocker[] {
  const allows = applying(traced.keyPolicy, 'Allow');
  if (allows.length === 0) {
    return [{ layer: 'resource' }, ...(isForeign(traced.check) ? ownWays(traced) : limitWays(traced))];
  }
  const delegates = allows.every(({ classes }) => classes === MatchClass.account);
  return delegates || isForeign(traced.check) ? ownWays(traced) : limitWays(traced);
}

/** At home a resource's own policy or an IAM policy is enough; across accounts both are needed (IAM-126, IAM-130). */
function resourceWays(traced: TracedCheck): readonly Blocker[] {
  const allows = applying(traced.resourcePolicy, 'Allow');
  const hasPolicy = traced.resourcePolicy.length > 0;
  if (isForeign(traced.check))
    return [...(allows.length === 0 ? [{ layer: 'resource' as const }] : []), ...ownWays(traced)];
  const names = allows.some(({ classes }) => (classes & ~MatchClass.account) !== 0);
  if (names) return limitWays(traced);
  return hasCallerPolicies(traced) || !hasPolicy ? ownWays(traced) : [{ layer: 'resource' }];
}

/** Services and unsigned requests have no policies of their own. */
function hasCallerPolicies({ check }: TracedCheck): boolean {
  return check.caller.kind !== 'service' && check.caller.kind !== 'anonymous';
}

function ownWays(traced: TracedCheck): readonly Blocker[] {
  if (!hasCallerPolicies(traced)) return [];
  const own = ownSide(traced.check, traced.layers, traced.outcome.says);
  return [...(own.identity === 'true' ? [] : [{ layer: 'identity' as const }]), ...limitWays(traced)];
}

function limitWays(traced: TracedCheck): readonly Blocker[] {
  if (!hasCallerPolicies(traced)) return [];
  const own = ownSide(traced.check, traced.layers, traced.outcome.says);
  return [
    ...(own.boundary === 'true' ? [] : [{ layer: 'boundary' as const }]),
    ...(own.session === 'true' ? [] : [{ layer: 'session' as const }]),
  ];
}
