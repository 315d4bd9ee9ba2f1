import { or, type Truth, truth } from '../conditions/truth.ts';
import type { GrantPlan } from '../grants/plan.ts';
import { callerAccount } from '../request/caller.ts';
import { accountOf } from '../vocabulary/arn.ts';
import type { Check } from './check.ts';
import type { OwnSide } from './decide.ts';
import { MatchClass, matchEntry } from './principalMatch.ts';

/** Why a caller may retire a grant (KMS-070); `none` of these, and it may not, whatever its IAM policies say (KMS-071). */
export interface RetireFit {
  readonly grant: GrantPlan | undefined;
  /** The retiring principal, by the class in which it names the caller. */
  readonly retiring: number;
  /** The grantee, where the grant lists RetireGrant, by the class in which it names the caller. */
  readonly grantee: number;
  /** The caller is in the account in which the grant was created, or in the key's (KMS-075, U-09). */
  readonly issuingAccount: boolean;
}

/** The grant a RetireGrant names, and how the caller stands to it. Tokens are taken as grant ids (KMS-074). */
export function retireFit(check: Check): RetireFit {
  const grants = check.target.kind === 'key' ? check.target.key.grants : [];
  const grant = grants.find((candidate) => candidate.grant.id === check.grantFacts.grantId);
  if (grant === undefined)
    return { grant, retiring: MatchClass.none, grantee: MatchClass.none, issuingAccount: false };
  const retiring = grant.retiring === undefined ? MatchClass.none : matchEntry(grant.retiring, check.caller);
  const mayAsGrantee = grant.grantee !== undefined && grant.actions.has('kms:RetireGrant');
  const account = callerAccount(check.caller);
  const issuer = grant.grant.issuingAccount && accountOf(grant.grant.issuingAccount);
  return {
    grant,
    retiring,
    grantee: mayAsGrantee ? matchEntry(grant.grantee, check.caller) : MatchClass.none,
    issuingAccount: account !== undefined && (account === issuer || account === check.resourceAccount),
  };
}

/**
 * Whether the caller may retire the grant: the retiring principal and a grantee with RetireGrant without any policy; the
 * issuing account, and an account named as either of them, for themselves and for whom their IAM policies allow (U-05).
 */
export function retireGrantPaths(check: Check, own: OwnSide): Truth {
  const fit = retireFit(check);
  const parties = fit.retiring | fit.grantee;
  const named = (parties & ~MatchClass.account) !== MatchClass.none;
  const throughAccount = fit.issuingAccount || parties === MatchClass.account;
  return or(truth(named), throughAccount ? own.all : 'false');
}
