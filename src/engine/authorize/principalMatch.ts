import { interned } from '../vocabulary/interned.ts';
import type { PrincipalElement, PrincipalEntry } from '../policy/policy.ts';
import { isAccountId } from '../vocabulary/arn.ts';
import { type IdentityArn, readIdentityArn } from '../vocabulary/identityArn.ts';
import { type Caller, callerAccount } from '../request/caller.ts';

/**
 * How a Principal entry matched, because the decision needs more than yes or no (IAM-020, IAM-131). Bits, so that the
 * classes of several matching statements add up.
 */
export const MatchClass = {
  none: 0,
  /** `*`. */
  any: 1,
  /** The caller's account: delegation to its IAM policies (KMS-004). */
  account: 2,
  user: 4,
  role: 8,
  session: 16,
  federatedUser: 32,
  /** The IAM user whose federated session calls. */
  userOfFederated: 64,
  service: 128,
} as const;
export type MatchClass = (typeof MatchClass)[keyof typeof MatchClass];

/** What one entry means, worked out once. `invalid` entries match nobody (KMS-181). */
export type EntryPlan =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'everyIdentity' }
  /** `partition` is undefined for a bare account id, which means the account in the policy's own partition. */
  | { readonly kind: 'account'; readonly account: string; readonly partition: string | undefined }
  | { readonly kind: 'identity'; readonly arn: string; readonly identity: IdentityArn }
  | { readonly kind: 'uniqueId'; readonly id: string }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'invalid'; readonly because: string };

export interface PrincipalPlan {
  readonly element: PrincipalElement;
  readonly entries: readonly { readonly entry: PrincipalEntry; readonly plan: EntryPlan }[];
}

export function compilePrincipal(element: PrincipalElement): PrincipalPlan {
  return { element, entries: element.entries.map((entry) => ({ entry, plan: planEntry(entry) })) };
}

/** What an entry stands for (KMS-180, KMS-181). */
export function planEntry(entry: PrincipalEntry): EntryPlan {
  switch (entry.kind) {
    case '*':
      return { kind: 'everyone' };
    case 'Service':
      return entry.value.includes('*')
        ? { kind: 'invalid', because: 'a service principal is matched as a whole, never by a wildcard' }
        : { kind: 'service', name: entry.value };
    case 'Federated':
      return { kind: 'invalid', because: 'a federated principal matters only in a role trust policy' };
    case 'CanonicalUser':
      return {
        kind: 'invalid',
        because: 'a canonical user is a notion of Amazon S3 and matches nobody here',
      };
    case 'AWS':
      return planAwsEntry(entry.value);
    default:
      return entry.kind satisfies never;
  }
}

function planAwsEntry(value: string): EntryPlan {
  if (value === '*') return { kind: 'everyIdentity' };
  if (isAccountId(value)) return { kind: 'account', account: interned(value), partition: undefined };
  if (value.includes('*') || value.includes('?')) {
    return { kind: 'invalid', because: 'a wildcard never matches part of a principal' };
  }
  if (/^(AIDA|AROA)[A-Z0-9]+$/.test(value)) return { kind: 'uniqueId', id: value };
  const identity = readIdentityArn(value);
  if (identity === undefined) return { kind: 'invalid', because: 'it is not the ARN of a principal' };
  const { account, partition } = identity;
  if (identity.kind === 'root') return { kind: 'account', account, partition };
  if (identity.kind === 'group') return { kind: 'invalid', because: 'a group is not a principal' };
  return { kind: 'identity', arn: value, identity };
}

/**
 * The class in which one entry matches a caller, `MatchClass.none` where it does not (IAM section 2.2).
 * `{"AWS":"*"}` does not match a service principal, `"*"` does (U-17).
 */
export function matchEntry(plan: EntryPlan, caller: Caller): MatchClass {
  switch (plan.kind) {
    case 'everyone':
      return MatchClass.any;
    case 'everyIdentity':
      return caller.kind === 'service' ? MatchClass.none : MatchClass.any;
    case 'account':
      return matchAccount(plan, caller) ? MatchClass.account : MatchClass.none;
    case 'identity':
      return matchIdentity(plan.arn, plan.identity, caller);
    case 'uniqueId':
      return matchUniqueId(plan.id, caller);
    case 'service':
      return matchService(plan.name, caller);
    case 'invalid':
      return MatchClass.none;
    default:
      return plan satisfies never;
  }
}

/** An account of another partition is another one, though it had the same id (IAM-019). */
function matchAccount(
  { account, partition }: Extract<EntryPlan, { kind: 'account' }>,
  caller: Caller,
): boolean {
  if (callerAccount(caller) !== account) return false;
  return partition === undefined || !('partition' in caller) || caller.partition === partition;
}

function matchService(name: string, caller: Caller): MatchClass {
  return caller.kind === 'service' && caller.name === name ? MatchClass.service : MatchClass.none;
}

function matchIdentity(arn: string, identity: IdentityArn, caller: Caller): MatchClass {
  switch (caller.kind) {
    case 'user':
      return caller.arn === arn ? MatchClass.user : MatchClass.none;
    case 'roleSession':
      if (caller.arn === arn) return MatchClass.session;
      return matchesRole(arn, identity, caller) ? MatchClass.role : MatchClass.none;
    case 'federatedUser':
      if (caller.arn === arn) return MatchClass.federatedUser;
      return caller.userArn === arn ? MatchClass.userOfFederated : MatchClass.none;
    default:
      return MatchClass.none;
  }
}

/** A role name is unique in its account, so where the session's path is unknown the name decides (IAM-029). */
function matchesRole(
  arn: string,
  identity: IdentityArn,
  caller: Extract<Caller, { kind: 'roleSession' }>,
): boolean {
  if (identity.kind !== 'role') return false;
  if (caller.pathKnown) return caller.roleArn === arn;
  const { account, partition, name } = identity;
  return account === caller.account && partition === caller.partition && name === caller.roleName;
}

function matchUniqueId(id: string, caller: Caller): MatchClass {
  if (caller.kind === 'user' && caller.id === id) return MatchClass.user;
  if (caller.kind === 'roleSession' && caller.roleId === id) return MatchClass.role;
  return MatchClass.none;
}

/** All classes in which any entry of a Principal matches, or'ed together. */
export function matchPrincipal(plan: PrincipalPlan, caller: Caller): number {
  let classes: number = MatchClass.none;
  for (const { plan: entry } of plan.entries) classes |= matchEntry(entry, caller);
  return classes;
}

/**
 * Whether a NotPrincipal applies to a caller: it does unless the caller is listed (IAM-040, IAM-041).
 *
 * A listed account, role or user exempts the caller; a Deny always hits a user or role that has a permissions boundary
 * (IAM-042). A list that names the caller but not its account is a point AWS leaves open (IAM-041): exempt, with a note.
 */
export function matchNotPrincipal(plan: PrincipalPlan, caller: Caller, hasBoundary: boolean): number {
  if (hasBoundary && (caller.kind === 'user' || caller.kind === 'roleSession')) return MatchClass.any;
  return matchPrincipal(plan, caller) === MatchClass.none ? MatchClass.any : MatchClass.none;
}
