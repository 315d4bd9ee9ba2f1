import { type Check, type NewGrant } from '../authorize/check.ts';
import { MatchClass, matchEntry } from '../authorize/principalMatch.ts';
import { and, type Truth, truth } from '../conditions/truth.ts';
import { findAction } from '../catalog/actions.ts';
import type { GrantPlan } from './plan.ts';

/** How one grant fits a check, part by part; all must hold (KMS-055). */
export interface GrantFit {
  readonly applies: Truth;
  /** Match class of the grantee, for the limits a boundary or session policy puts on it (U-02). */
  readonly grantee: number;
  readonly operation: boolean;
  readonly encryptionContext: ConstraintFit | undefined;
  readonly sourceArn: Truth | undefined;
  /** Only for CreateGrant: whether the new grant stays within this one (KMS-065, KMS-066); undefined while the new grant is left open. */
  readonly child: ChildFit | undefined;
}

/** `missing` and `different` name the constraint's pairs that the request lacks; `extra` the request's pairs Equals forbids. */
export interface ConstraintFit {
  readonly kind: 'equals' | 'subset';
  readonly holds: Truth;
  readonly missing: readonly string[];
  readonly different: readonly string[];
  readonly extra: readonly string[];
  /** Pairs whose keys match only without regard to case, which AWS's pages describe differently (U-06). */
  readonly caseDiffers: readonly string[];
}

export interface ChildFit {
  readonly holds: boolean;
  readonly operationsNotInParent: readonly string[];
  readonly constraintKept: boolean;
  readonly sourceArnKept: boolean;
}

/**
 * Fits a grant to a check. Grants need no IAM policy (KMS-057) and never deny (KMS-050); encryption-context constraints are
 * applied only to calls that take an encryption context (KMS-062), and constrain the child grant of a CreateGrant (KMS-066).
 *
 * @param plan a grant of the key the check is about.
 */
export function matchGrant(plan: GrantPlan, check: Check): GrantFit {
  const grantee = plan.grantee === undefined ? MatchClass.none : matchEntry(plan.grantee, check.caller);
  const operation = plan.actions.has(check.action);
  const named = truth(grantee !== MatchClass.none && operation && onThisKey(plan, check));
  const sourceArn = sourceArnFit(plan, check);
  if (check.action === 'kms:CreateGrant') {
    const child = check.grantFacts.newGrant && childFit(plan, check.grantFacts.newGrant);
    // Asked without saying which grant would be created, there is no single answer.
    const within = child === undefined ? 'unknown' : truth(child.holds);
    const applies = and(named, and(within, sourceArn ?? 'true'));
    return { applies, grantee, operation, encryptionContext: undefined, sourceArn, child };
  }
  const encryptionContext = constraintFit(plan, check);
  const applies = and(named, and(encryptionContext?.holds ?? 'true', sourceArn ?? 'true'));
  return { applies, grantee, operation, encryptionContext, sourceArn, child: undefined };
}

function onThisKey(plan: GrantPlan, check: Check): boolean {
  if (check.target.kind !== 'key') return false;
  const keyId = plan.grant.keyId;
  return keyId === undefined || keyId === check.target.key.arn || keyId === check.target.key.id;
}

function constraintFit(plan: GrantPlan, check: Check): ConstraintFit | undefined {
  const { equals, subset } = plan.grant;
  const constraint = equals ?? subset;
  if (constraint === undefined || !takesEncryptionContext(check.action)) return undefined;
  const kind = equals === undefined ? 'subset' : 'equals';
  const fit = comparePairs(kind, constraint.pairs, check.grantFacts.encryptionContext);
  return check.grantFacts.encryptionContextOpen ? { ...fit, holds: 'unknown' } : fit;
}

function takesEncryptionContext(action: string): boolean {
  const keys = findAction(action)?.conditionKeys;
  return action !== 'kms:RetireGrant' && keys?.includes('kms:EncryptionContextKeys') === true;
}

/** Compares a constraint with an encryption context (KMS-060, KMS-061): values exactly, keys without regard to case. */
export function comparePairs(
  kind: 'equals' | 'subset',
  constraint: ReadonlyMap<string, string>,
  context: ReadonlyMap<string, string>,
): ConstraintFit {
  const byFoldedKey = new Map([...context].map(([key, value]) => [key.toLowerCase(), { key, value }]));
  const missing: string[] = [];
  const different: string[] = [];
  const caseDiffers: string[] = [];
  for (const [key, value] of constraint) {
    const exact = context.get(key);
    const folded = byFoldedKey.get(key.toLowerCase());
    const found = exact ?? folded?.value;
    if (found === undefined) missing.push(key);
    else if (found !== value) different.push(key);
    if (exact === undefined && folded !== undefined) caseDiffers.push(folded.key);
  }
  const wanted = new Set([...constraint.keys()].map((key) => key.toLowerCase()));
  const extra = [...context.keys()].filter((key) => !wanted.has(key.toLowerCase()));
  // A request without encryption context fails both kinds, whatever the pairs.
  const fits =
    context.size > 0 &&
    missing.length === 0 &&
    different.length === 0 &&
    (kind === 'subset' || extra.length === 0);
  return { kind, holds: truth(fits), missing, different, extra, caseDiffers };
}

/** The SourceArn constraint: only requests a service makes on behalf of that resource (KMS-063, U-07). */
function sourceArnFit(plan: GrantPlan, check: Check): Truth | undefined {
  if (plan.grant.sourceArn === undefined || check.action === 'kms:RetireGrant') return undefined;
  const entry = check.context.entries.get('aws:sourcearn');
  const state = entry?.state ?? check.context.otherwise;
  if (state === 'unknown') return 'unknown';
  return truth(state === 'present' && entry?.values[0] === plan.grant.sourceArn.value);
}

function childFit(plan: GrantPlan, child: NewGrant): ChildFit {
  const operationsNotInParent = child.operations.filter((operation) => !plan.actions.has(`kms:${operation}`));
  const constraintKept = keepsConstraint(plan, child);
  const parentArn = plan.grant.sourceArn?.value;
  const sourceArnKept = parentArn === undefined || child.sourceArn === parentArn;
  return {
    holds: operationsNotInParent.length === 0 && constraintKept && sourceArnKept,
    operationsNotInParent,
    constraintKept,
    sourceArnKept,
  };
}

/** A child's constraint must be at least as strict as the parent's (KMS-066). */
function keepsConstraint(plan: GrantPlan, child: NewGrant): boolean {
  const { equals, subset } = plan.grant;
  if (equals !== undefined) return child.equals !== undefined && samePairs(equals.pairs, child.equals);
  if (subset === undefined) return true;
  const pairs = child.equals ?? child.subset;
  return pairs !== undefined && containsPairs(pairs, subset.pairs);
}

function containsPairs(all: ReadonlyMap<string, string>, some: ReadonlyMap<string, string>): boolean {
  return [...some].every(([key, value]) => all.get(key) === value);
}

function samePairs(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && containsPairs(left, right);
}
