import type { Check } from '#engine/authorize/check.ts';
import { MatchClass } from '#engine/authorize/principalMatch.ts';
import { retireFit } from '#engine/authorize/retireGrant.ts';
import { type GrantFit, matchGrant } from '#engine/grants/matchGrant.ts';
import type { GrantPlan } from '#engine/grants/plan.ts';
import { accountOf } from '#engine/vocabulary/arn.ts';
import type { Phrase } from '../phrase.ts';
import { code, list, strong } from '../words.ts';
import type { OpenPoint, PointFacts } from './openPoint.ts';

/** Points about grants; none where a Deny decided, since no grant could have mattered. */
export function grantPoints({ traced }: PointFacts): readonly OpenPoint[] {
  const { check, outcome } = traced;
  if (check.target.kind !== 'key' || outcome.decision === 'explicitDeny' || outcome.bar !== undefined)
    return [];
  if (check.action === 'kms:RetireGrant') return issuingAccount(check);
  return check.target.key.grants.flatMap((plan) => {
    const fit = matchGrant(plan, check);
    if (fit.grantee === MatchClass.none || !fit.operation) return [];
    return [
      ...accountGrantee(plan, fit),
      ...caseOfPairs(plan, fit),
      ...directCall(plan, fit, check),
      ...childSourceArn(plan, fit),
    ];
  });
}

const name = ({ grant }: GrantPlan): Phrase => ['grant ', strong(grant.name ?? grant.id)];

function accountGrantee(plan: GrantPlan, fit: GrantFit): readonly OpenPoint[] {
  if ((fit.grantee & MatchClass.account) === 0 || fit.applies === 'false') return [];
  const text: Phrase = [
    'AWS does not say what a whole account as grantee means; ',
    ...name(plan),
    " is taken to leave the decision to the account's IAM policies.",
  ];
  return [{ rule: 'U-05', text }];
}

function caseOfPairs(plan: GrantPlan, { encryptionContext }: GrantFit): readonly OpenPoint[] {
  if (encryptionContext === undefined || encryptionContext.caseDiffers.length === 0) return [];
  const text: Phrase = [
    'The request spells ',
    ...list(encryptionContext.caseDiffers.map(code)),
    ' in another case than the constraint of ',
    ...name(plan),
    ". AWS's pages contradict each other on whether that matters; the names of pairs are compared without regard to case.",
  ];
  return [{ rule: 'U-06', text }];
}

/** A SourceArn constraint of a grant that names an identity, in a call no service made (U-07). */
function directCall(plan: GrantPlan, fit: GrantFit, check: Check): readonly OpenPoint[] {
  if (
    fit.sourceArn !== 'false' ||
    fit.encryptionContext?.holds === 'false' ||
    check.caller.kind === 'service'
  )
    return [];
  if (check.context.entries.get('aws:sourcearn')?.state === 'present') return [];
  const text: Phrase = [
    'AWS does not say whether a ',
    code('SourceArn'),
    ' constraint holds in a direct call; without ',
    code('aws:SourceArn'),
    ' in the request, that of ',
    ...name(plan),
    ' is taken not to hold.',
  ];
  return [{ rule: 'U-07', text }];
}

function childSourceArn(plan: GrantPlan, fit: GrantFit): readonly OpenPoint[] {
  if (plan.grant.sourceArn === undefined || fit.child === undefined) return [];
  if (fit.child.operationsNotInParent.length > 0 || !fit.child.constraintKept) return [];
  const text: Phrase = [
    'AWS does not say how strict the ',
    code('SourceArn'),
    ' constraint of a child grant must be; it is taken that it must be the same as in ',
    ...name(plan),
    '.',
  ];
  return [{ rule: 'U-08', text }];
}

/** Who "the account in which the grant was created" is, where the issuing account is not the key's (U-09). */
function issuingAccount(check: Check): readonly OpenPoint[] {
  const fit = retireFit(check);
  const issuer = fit.grant?.grant.issuingAccount;
  const byName = fit.grantee || (fit.retiring !== MatchClass.none && fit.retiring !== MatchClass.account);
  if (fit.grant === undefined || issuer === undefined || byName || !fit.issuingAccount) return [];
  if ((accountOf(issuer) ?? issuer) === check.resourceAccount) return [];
  const text: Phrase = [
    'AWS does not say in whose account a grant across accounts is created; for ',
    ...name(fit.grant),
    ' the issuing account and that of the key are both taken to count.',
  ];
  return [{ rule: 'U-09', text }];
}
