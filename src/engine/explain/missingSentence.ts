import { applying, type TracedCheck } from '../authorize/trace.ts';
import { matchGrant } from '../grants/matchGrant.ts';
import { callerPartition } from '../request/caller.ts';
import { type Blocker, blockersOf } from './blockers.ts';
import { isForeign, reasonNot } from './explainedStatement.ts';
import { layerNames } from './layerNames.ts';
import { nearGrants, nearStatements } from './nearMiss.ts';
import type { Phrase } from './phrase.ts';
import { capitalized, code, grantName, list, named, shortCaller } from './words.ts';

/**
 * Why nothing allows a check: what came closest, what is missing first, in full, and then briefly every other layer that
 * would not allow it either.
 */
export function missingSentence(traced: TracedCheck): Phrase {
  const [first, ...others] = blockersOf(traced);
  if (first === undefined) return ['Nothing allows ', code(traced.check.action), ' to ', caller(traced), '.'];
  const near = nearSentence(first, traced);
  const { sentences, rest } = startOf(first, others, traced, near !== undefined);
  const all = [near, ...sentences, alsoSilent(rest, traced)].filter((one) => one !== undefined);
  return all.flatMap((one, index) => (index === 0 ? capitalized(one) : [' ', ...capitalized(one)]));
}

interface Start {
  readonly sentences: readonly Phrase[];
  /** The blockers that the sentences do not speak of. */
  readonly rest: readonly Blocker[];
}

const caller = ({ check }: TracedCheck): Phrase[number] => code(shortCaller(check.caller));

function startOf(first: Blocker, others: readonly Blocker[], traced: TracedCheck, isNear: boolean): Start {
  switch (first.layer) {
    case 'bar':
      return { sentences: [barSentence(traced)], rest: others };
    case 'grant':
      return { sentences: [retireSentence(traced)], rest: others };
    case 'resource':
      return resourceSentences(others, traced, isNear);
    case 'identity':
      return { sentences: [[...openingHalf(traced), ...identityWords(traced)]], rest: others };
    case 'session':
      if (traced.layers.session === undefined) return { sentences: [withoutSessionPolicy], rest: others };
      return { sentences: [limitsSentence([first, ...others], traced)], rest: [] };
    case 'boundary':
    case 'scp':
    case 'endpoint':
      return { sentences: [limitsSentence([first, ...others], traced)], rest: [] };
    default:
      return first satisfies never;
  }
}

function barSentence({ check, outcome }: TracedCheck): Phrase {
  if (outcome.bar === 'anonymous') return ['KMS takes signed requests only.'];
  if (outcome.bar === 'partition')
    return [
      'The caller is of partition ',
      code(callerPartition(check.caller) ?? ''),
      ', and no request reaches a resource of another.',
    ];
  return [
    code(check.action),
    ' works only for principals of the account that owns the key, ',
    code(check.resourceAccount ?? ''),
    ', and the caller is in another one.',
  ];
}

function retireSentence(traced: TracedCheck): Phrase {
  if (traced.check.grantFacts.grantId === undefined)
    return ['The request names no grant: set ', code('GrantId'), ' in its parameters.'];
  return [
    'Only the retiring principal, a grantee whose grant lists ',
    code('RetireGrant'),
    ', or the account that created the grant can retire it, and ',
    caller(traced),
    ' is none of them.',
  ];
}

/** The silent policy of the resource; across accounts also the caller's own side, since both are needed. */
function resourceSentences(others: readonly Blocker[], traced: TracedCheck, isNear: boolean): Start {
  const rest = others.filter(({ layer }) => layer !== 'identity');
  const silent = isNear ? [] : [silentPolicy(traced)];
  if (rest.length < others.length) {
    const own: Phrase = [
      'the IAM policies of ',
      caller(traced),
      ' do not allow it either, and across accounts both must.',
    ];
    return { sentences: [...silent, own], rest };
  }
  const [iam] = applying(traced.identity, 'Allow');
  if (iam === undefined) return { sentences: silent, rest };
  const but = isForeign(traced.check)
    ? ' allows it, but across accounts the account that owns the resource must allow it too.'
    : ' allows it, but an IAM policy counts only where the key policy lets the account decide.';
  return { sentences: [...silent, [...named(iam), but]], rest };
}

function silentPolicy(traced: TracedCheck): Phrase {
  const { check, resourcePolicy } = traced;
  const hasAccount = 'account' in check.caller && check.caller.kind !== 'root';
  const what: Phrase = [
    code(check.action),
    ' to ',
    caller(traced),
    ...(hasAccount ? [' or to its account.'] : ['.']),
  ];
  if (check.target.kind === 'key') return ['No statement of the key policy allows ', ...what];
  return resourcePolicy.length === 0
    ? ['No policy of ', code(check.resource), ' is supplied that allows ', ...what]
    : ["No statement of the resource's policy allows ", ...what];
}

function openingHalf({ check, keyPolicy, resourcePolicy }: TracedCheck): Phrase {
  const [allow] = applying([...keyPolicy, ...resourcePolicy], 'Allow');
  if (allow === undefined) return [];
  if (isForeign(check)) return [...named(allow), ' allows it, but '];
  return check.target.kind === 'key'
    ? [...named(allow), " lets the account's IAM policies decide, but "]
    : [];
}

function identityWords(traced: TracedCheck): Phrase {
  const { check, layers } = traced;
  const bothNeeded = (check.target.kind === 'key' || check.target.kind === 'resource') && isForeign(check);
  const end = bothNeeded ? ", and the caller's own account must allow it too." : '.';
  if (layers.identity?.supplied !== true) return ['no IAM policy of ', caller(traced), ' is supplied', end];
  const [near] = nearStatements(traced.identity);
  if (near === undefined) return ['no IAM policy of ', caller(traced), ' allows ', code(check.action), end];
  const failed = near.conditions.filter((facts) => facts.truth === 'false').map((facts) => code(facts.key));
  const conditions = failed.length === 1 ? 'the condition on ' : 'the conditions on ';
  return [
    conditions,
    ...list(failed),
    ' of ',
    ...named(near),
    failed.length === 1 ? ' does not hold' : ' do not hold',
    end,
  ];
}

const withoutSessionPolicy: Phrase = [
  'A federated user has no permissions without a session policy, unless the policy of the resource names the session itself.',
];

function limitsSentence(blockers: readonly Blocker[], traced: TracedCheck): Phrase {
  return [...layerNames(blockers, traced), verb(blockers), code(traced.check.action), '.'];
}

function verb(blockers: readonly Blocker[]): string {
  const isOne = blockers.length === 1 && blockers[0]?.layer !== 'scp';
  return isOne ? ' does not allow ' : ' do not allow ';
}

/** The other layers that would not allow it, in one short sentence. */
function alsoSilent(rest: readonly Blocker[], traced: TracedCheck): Phrase | undefined {
  if (rest.length === 0) return undefined;
  return [...layerNames(rest, traced), `${verb(rest)}it either.`];
}

/** The statement or grant that failed at a condition or constraint alone: what the author most likely expected to allow this. */
function nearSentence({ layer }: Blocker, traced: TracedCheck): Phrase | undefined {
  if (layer !== 'resource' && layer !== 'identity') return undefined;
  const [near] = nearStatements([...traced.keyPolicy, ...traced.resourcePolicy]);
  if (near !== undefined) return [...named(near), ' would allow it, but ', ...reasonNot(near), '.'];
  const [grant] = nearGrants(traced);
  if (grant === undefined) return undefined;
  const what =
    matchGrant(grant, traced.check).child === undefined
      ? ' would allow it, but its constraint does not hold.'
      : ' would allow it, but the new grant does not stay within it.';
  return ['grant ', grantName(grant), what];
}
