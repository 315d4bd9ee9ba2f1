import { applying, allPolicies, type TracedCheck } from '../authorize/trace.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import { MatchClass } from '../authorize/principalMatch.ts';
import { retireFit } from '../authorize/retireGrant.ts';
import { matchGrant } from '../grants/matchGrant.ts';
import type { GrantPlan } from '../grants/plan.ts';

/** What decided a check: the applying Denies, or the statements and grants of every open way to the Allow. */
export interface Deciders {
  readonly denies: readonly StatementTrace[];
  /** Allows of the key policy, or of another resource's policy, that name the caller or delegate to its account. */
  readonly resourceAllows: readonly StatementTrace[];
  /** Allows of the caller's IAM policies, where they count. */
  readonly identityAllows: readonly StatementTrace[];
  readonly grants: readonly GrantPlan[];
}

/** The statements and grants behind the outcome of a check; empty lists for an implicit deny. */
export function decidersOf(traced: TracedCheck): Deciders {
  const { outcome } = traced;
  const none = { denies: [], resourceAllows: [], identityAllows: [], grants: [] };
  if (outcome.decision === 'explicitDeny') return { ...none, denies: applying(allPolicies(traced), 'Deny') };
  if (outcome.decision !== 'allowed') return none;
  return {
    denies: [],
    resourceAllows: resourceAllows(traced),
    identityAllows: usesIdentity(traced) ? applying(traced.identity, 'Allow') : [],
    grants: outcome.paths.grant === 'true' || outcome.paths.retire === 'true' ? applyingGrants(traced) : [],
  };
}

function resourceAllows({ outcome, keyPolicy, resourcePolicy }: TracedCheck): readonly StatementTrace[] {
  const { direct, delegated, crossAccount } = outcome.paths;
  return applying([...keyPolicy, ...resourcePolicy], 'Allow').filter((statement) => {
    if (crossAccount === 'true') return true;
    const delegates = statement.classes === MatchClass.account;
    return delegates ? delegated === 'true' : direct === 'true';
  });
}

function usesIdentity({ outcome, check }: TracedCheck): boolean {
  const { delegated, crossAccount, identityAlone } = outcome.paths;
  return (
    check.caller.kind !== 'root' &&
    (delegated === 'true' || crossAccount === 'true' || identityAlone === 'true')
  );
}

/** Grants of the key that apply to a check, for certain. */
export function applyingGrants({ check }: TracedCheck): readonly GrantPlan[] {
  if (check.target.kind !== 'key') return [];
  if (check.action === 'kms:RetireGrant') {
    const { grant } = retireFit(check);
    return grant === undefined ? [] : [grant];
  }
  return check.target.key.grants.filter((grant) => matchGrant(grant, check).applies === 'true');
}
