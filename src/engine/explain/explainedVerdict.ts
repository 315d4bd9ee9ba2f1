import { MatchClass } from '../authorize/principalMatch.ts';
import { ownSide } from '../authorize/decide.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import { applying, type TracedCheck } from '../authorize/trace.ts';
import { callerAccount } from '../request/caller.ts';
import type { Deciders } from './deciders.ts';
import { reasonNot } from './explainedStatement.ts';
import { capitalized, nearGrants, nearStatements } from './nearMiss.ts';
import type { Phrase } from './phrase.ts';
import { code, inPolicy, list, shortCaller, statementName, strong } from './words.ts';

/** One or two sentences about one check: who decided, or what is missing. */
export function verdictSentence(traced: TracedCheck, deciders: Deciders): Phrase {
  switch (traced.outcome.decision) {
    case 'explicitDeny':
      return deniedSentence(traced, deciders);
    case 'allowed':
      return allowedSentence(traced, deciders);
    default:
      return missingSentence(traced);
  }
}

function named({ plan }: StatementTrace): Phrase {
  return [strong(statementName(plan.statement)), ' ', ...inPolicy(plan.policy.type, plan.policy.name)];
}

function deniedSentence(traced: TracedCheck, { denies }: Deciders): Phrase {
  const [first, ...others] = denies;
  if (first === undefined) return ['A Deny statement applies.'];
  const also: Phrase =
    others.length === 0
      ? []
      : [
          ' So ',
          others.length === 1 ? 'does ' : 'do ',
          ...list(others.map(({ plan }) => strong(statementName(plan.statement)))),
          '.',
        ];
  const allows = applying([...traced.keyPolicy, ...traced.resourcePolicy], 'Allow');
  const overridden: Phrase =
    allows.length === 0
      ? []
      : [
          ' ',
          strong(statementName((allows[0] ?? first).plan.statement)),
          ' would have allowed it, but a Deny always wins.',
        ];
  return [...named(first), ' denies this request.', ...also, ...overridden];
}

function allowedSentence(traced: TracedCheck, deciders: Deciders): Phrase {
  const [resource] = deciders.resourceAllows;
  const [grant] = deciders.grants;
  const [identity] = deciders.identityAllows;
  if (resource !== undefined) return byResourcePolicy(traced, deciders, resource);
  if (grant !== undefined) {
    const what =
      traced.outcome.paths.retire === 'true'
        ? ' lets the caller retire it.'
        : ' allows it; a grant needs no IAM policy.';
    return ['Grant ', strong(grant.grant.name ?? grant.grant.id), what];
  }
  if (identity !== undefined) return [...named(identity), ' allows it, and no Deny applies.'];
  return ['It is allowed, and no Deny applies.'];
}

function byResourcePolicy({ outcome }: TracedCheck, deciders: Deciders, first: StatementTrace): Phrase {
  const [identity] = deciders.identityAllows;
  if (outcome.paths.direct === 'true')
    return [...named(directOne(deciders, first)), ' allows it, and no Deny applies.'];
  if (outcome.paths.crossAccount === 'true') {
    const own: Phrase =
      identity === undefined
        ? ['its root user needs no IAM policy']
        : [...named(identity), " of the caller's account allows it too"];
    return [...named(first), ' allows it, and ', ...own, '.'];
  }
  if (identity === undefined)
    return [...named(first), ' covers the account, and its root user needs no IAM policy.'];
  return [
    ...named(first),
    " lets the account's IAM policies decide, and ",
    ...named(identity),
    ' allows it.',
  ];
}

/** The statement that names the caller rather than one that delegates to its account. */
function directOne({ resourceAllows }: Deciders, first: StatementTrace): StatementTrace {
  return resourceAllows.find((statement) => statement.classes !== MatchClass.account) ?? first;
}

function missingSentence(traced: TracedCheck): Phrase {
  const { check, outcome } = traced;
  if (outcome.bar === 'anonymous') return ['KMS takes signed requests only.'];
  if (outcome.bar === 'crossAccount') {
    return [
      code(check.action),
      ' works only for principals of the account that owns the key, ',
      code(check.resourceAccount ?? ''),
      ', and the caller is in another one.',
    ];
  }
  if (check.action === 'kms:RetireGrant') return retireMissing(traced);
  if (check.target.kind === 'key' && !keyPolicyAllows(traced)) return keyPolicyMissing(traced);
  const near = nearestWords(traced);
  if (near.length > 0) return [...near, ' ', ...capitalized(ownSideMissing(traced))];
  if (
    check.target.kind === 'resource' &&
    traced.resourcePolicy.length > 0 &&
    applying(traced.resourcePolicy, 'Allow').length === 0
  ) {
    return [
      "No statement of the resource's policy allows it, and no IAM policy of ",
      code(shortCaller(check.caller)),
      ' does on its own.',
    ];
  }
  return ownSideMissing(traced);
}

function keyPolicyAllows({ keyPolicy }: TracedCheck): boolean {
  return applying(keyPolicy, 'Allow').length > 0;
}

function retireMissing({ check }: TracedCheck): Phrase {
  if (check.grantFacts.grantId === undefined)
    return ['The request names no grant: set ', code('GrantId'), ' in its parameters.'];
  return [
    'Only the retiring principal, a grantee whose grant lists ',
    code('RetireGrant'),
    ', or the account that created the grant can retire it, and ',
    code(shortCaller(check.caller)),
    ' is none of them.',
  ];
}

function keyPolicyMissing(traced: TracedCheck): Phrase {
  const near = nearestWords(traced);
  const iam = applying(traced.identity, 'Allow');
  const caller = code(shortCaller(traced.check.caller));
  const start: Phrase =
    near.length === 0
      ? [
          'No statement of the key policy allows ',
          code(traced.check.action),
          ' to ',
          caller,
          ' or to its account.',
        ]
      : near;
  if (iam[0] === undefined) return start;
  return [
    ...start,
    ' ',
    ...named(iam[0]),
    ' allows it, but an IAM policy counts only where the key policy lets the account decide.',
  ];
}

/** The statement or grant that failed at a condition or constraint alone: what the author most likely expected to allow this. */
function nearestWords(traced: TracedCheck): Phrase {
  const [near] = nearStatements(traced.keyPolicy);
  if (near !== undefined) return [...named(near), ' would allow it, but ', ...reasonNot(near), '.'];
  const [grant] = nearGrants(traced);
  if (grant === undefined) return [];
  return [
    'Grant ',
    strong(grant.grant.name ?? grant.grant.id),
    ' would allow it, but its constraint does not hold.',
  ];
}

function ownSideMissing(traced: TracedCheck): Phrase {
  const { check, layers, outcome } = traced;
  const own = ownSide(check, layers, outcome.says);
  const caller = code(shortCaller(check.caller));
  if (own.identity !== 'true' && needsIdentity(traced))
    return [...openingHalf(traced), ...identityMissing(traced)];
  if (own.boundary !== 'true')
    return ['The permissions boundary of ', caller, ' does not allow ', code(check.action), '.'];
  if (own.session !== 'true') {
    if (layers.session !== undefined) return ['The session policy does not allow ', code(check.action), '.'];
    return [
      'A federated user has no permissions without a session policy, unless the key policy names the session itself.',
    ];
  }
  if (outcome.filters.scp !== 'true')
    return ["The SCPs of the caller's organization do not allow ", code(check.action), ' at every level.'];
  if (outcome.filters.endpoint !== 'true')
    return ['The VPC endpoint policy does not allow ', code(check.action), '.'];
  return ['Nothing allows ', code(check.action), ' to ', caller, '.'];
}

/** A role or user that the key policy names in its own account needs no IAM policy (KMS-007). */
function needsIdentity({ check, keyPolicy }: TracedCheck): boolean {
  if (check.target.kind !== 'key' || callerAccount(check.caller) !== check.resourceAccount) return true;
  return applying(keyPolicy, 'Allow').every((statement) => statement.classes === MatchClass.account);
}

function openingHalf({ check, keyPolicy }: TracedCheck): Phrase {
  const [allow] = applying(keyPolicy, 'Allow');
  if (check.target.kind !== 'key' || allow === undefined) return [];
  const sameAccount = callerAccount(check.caller) === check.resourceAccount;
  return [
    ...named(allow),
    sameAccount ? " lets the account's IAM policies decide, but " : ' allows it, but ',
  ];
}

function identityMissing({ check, layers }: TracedCheck): Phrase {
  const caller = code(shortCaller(check.caller));
  const foreign = check.target.kind === 'key' && callerAccount(check.caller) !== check.resourceAccount;
  const needed = foreign ? ", and the caller's own account must allow it too." : '.';
  if (layers.identity?.supplied !== true) return ['no IAM policy of ', caller, ' is supplied', needed];
  return ['no IAM policy of ', caller, ' allows ', code(check.action), needed];
}
