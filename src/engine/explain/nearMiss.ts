import type { StatementTrace } from '../authorize/statementTrace.ts';
import type { PolicyTrace, TracedCheck } from '../authorize/trace.ts';
import { MatchClass } from '../authorize/principalMatch.ts';
import { matchGrant } from '../grants/matchGrant.ts';
import type { GrantPlan } from '../grants/plan.ts';

/** Allow statements about this caller, action and resource that failed at their conditions; those naming the caller first. */
export function nearStatements(policies: readonly PolicyTrace[]): readonly StatementTrace[] {
  return policies
    .flatMap(({ statements }) => statements)
    .filter(
      (statement) =>
        statement.plan.effect === 'Allow' &&
        statement.applies === 'false' &&
        statement.principal?.matched !== false &&
        statement.action.matched &&
        statement.resource.outcome === 'true',
    )
    .toSorted(
      (left, right) =>
        Number(left.classes === MatchClass.account) - Number(right.classes === MatchClass.account),
    );
}

/** Grants to this caller for this operation that failed at a constraint. */
export function nearGrants({ check }: TracedCheck): readonly GrantPlan[] {
  if (check.target.kind !== 'key' || check.action === 'kms:RetireGrant') return [];
  return check.target.key.grants.filter((grant) => {
    const fit = matchGrant(grant, check);
    return fit.applies === 'false' && fit.grantee !== MatchClass.none && fit.operation;
  });
}
