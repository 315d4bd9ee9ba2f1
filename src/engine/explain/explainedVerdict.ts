import { MatchClass } from '../authorize/principalMatch.ts';
import type { StatementTrace } from '../authorize/statementTrace.ts';
import { applying, type TracedCheck } from '../authorize/trace.ts';
import { blockersOf } from './blockers.ts';
import type { Deciders } from './deciders.ts';
import { layerNames } from './layerNames.ts';
import { missingSentence } from './missingSentence.ts';
import type { Phrase } from './phrase.ts';
import { code, grantName, named } from './words.ts';

/** One to three sentences about one check: who decided, or what is missing; of a denied one, everything that stands in the way. */
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

function deniedSentence(traced: TracedCheck, { denies }: Deciders): Phrase {
  const [first, ...others] = denies;
  if (first === undefined) return ['A Deny statement applies.'];
  return [
    ...named(first),
    ' denies this request.',
    ...alsoDenying(others),
    ...withoutTheDeny(traced, denies.length),
  ];
}

/** The other Denies: with their policy where it is another one. */
function alsoDenying(others: readonly StatementTrace[]): Phrase {
  if (others.length === 0) return [];
  const names: readonly Phrase[] = others.slice(0, 3).map(named);
  const more = others.length - names.length;
  const all: readonly Phrase[] = more > 0 ? [...names, [`${more} more`]] : names;
  const joined = all.flatMap((name, index): Phrase => {
    if (index === 0) return name;
    return [index === all.length - 1 ? ' and ' : ', ', ...name];
  });
  return [' So ', others.length === 1 ? 'does ' : 'do ', ...joined, '.'];
}

/** What the decision would be but for the Denies: a Deny that is mended does not help where something else is missing. */
function withoutTheDeny(traced: TracedCheck, denies: number): Phrase {
  const missing = blockersOf(traced);
  if (missing.length > 0) {
    const names = layerNames(missing, traced);
    const isOne = missing.length === 1 && missing[0]?.layer !== 'scp' && missing[0]?.layer !== 'identity';
    return [
      denies === 1 ? ' Without that Deny, ' : ' Without those Denies, ',
      ...names,
      isOne ? ' still does not allow it.' : ' still do not allow it.',
    ];
  }
  const [allow] = applying([...traced.keyPolicy, ...traced.resourcePolicy, ...traced.identity], 'Allow');
  return allow === undefined ? [] : [' ', ...named(allow), ' would have allowed it, but a Deny always wins.'];
}

function allowedSentence(traced: TracedCheck, deciders: Deciders): Phrase {
  const [resource] = deciders.resourceAllows;
  const [grant] = deciders.grants;
  const [identity] = deciders.identityAllows;
  if (resource !== undefined) return byResourcePolicy(traced, deciders, resource);
  if (grant !== undefined) return byGrant(traced, grant);
  if (identity !== undefined) return [...named(identity), ' allows it, and no Deny applies.'];
  return ['AWS allows ', code(traced.check.action), ' to everyone, and no policy can deny it.'];
}

function byGrant({ outcome, check }: TracedCheck, grant: Deciders['grants'][number]): Phrase {
  const name: Phrase = ['Grant ', grantName(grant)];
  if (check.action === 'kms:RetireGrant') return [...name, ' lets the caller retire it.'];
  const throughAccount = outcome.says.grants.strong !== 'true' && outcome.says.grants.limited !== 'true';
  if (throughAccount)
    return [...name, " names the caller's account, and the caller's IAM policies allow it too."];
  return [...name, ' allows it; a grant needs no IAM policy.'];
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
