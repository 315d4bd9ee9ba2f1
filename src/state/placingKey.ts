import type { AliasEntry, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { ScenarioKey } from '#engine/scenario/scenario.ts';
import { keyPlaceIn, regionOfPartition } from '#engine/scenario/keyPlace.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import type { WorkspaceState } from './app.ts';
import { withoutExample } from './exampleLeftovers.ts';
import { blankScenario, grantsOfKey, shownKeyIndex, withKey, withResourceFollowed } from './keyEdits.ts';
import { already, NOTHING_ELSE, ONE_CLICK, type Origin, type Placing, readingNotes } from './placed.ts';
import { sameJson } from './sameJson.ts';
import { replaced } from './workspace.ts';

/** A key policy takes the place of the one that is shown. */
export function placeKeyPolicy(state: WorkspaceState, policy: RecognizedPolicy, origin: Origin): Placing {
  const { example } = origin;
  const { scenario: before, request } = state;
  const index = shownKeyIndex(before, state.shownKey);
  const key = before.keys[index] ?? blankScenario(policy.account).keys[0];
  const show = { tab: 'keyPolicy' } as const;
  if (key.policy.text === policy.text) return already('This key policy is here already', show);
  const rest = key.policy.text === example.keys[0]?.policy.text ? withoutExample(before, example) : before;
  const place = { account: policy.account, partition: keyPlaceIn(policy.text).partition };
  const arn = arnIn(place, key.arn);
  const moved = withKey(rest, { arn }, index);
  const id = moved.keys[index]?.policy.id ?? key.policy.id;
  const after = withKey(moved, { policy: { id, text: policy.text } }, index);
  const notes = [
    ...readingNotes(policy),
    arn !== key.arn && `The key is taken to be ${placeWords(key.arn, arn)}, which the policy names.`,
    rest !== before &&
      !sameJson(rest, before) &&
      "The example's IAM policies and grants were put away with its policy.",
    ...grantsNote(after, index),
    ONE_CLICK,
  ];
  return {
    placed: true,
    step: stepTo(state, after, index, withResourceFollowed(request, key.arn, arn)),
    done: 'Key policy replaced',
    more: notes.filter((note) => note !== false),
    count: { id, noun: 'statement' },
    askAnew: true,
    show,
    ...(policy.otherwise && { otherwise: policy.otherwise }),
  };
}

/** A policy comes without the grants of its key, which allow whatever it says (KMS-057). */
export function grantsNote(scenario: WorkspaceState['scenario'], index: number): readonly string[] {
  const known = grantsOfKey(scenario, index).text.trim();
  return known === '' || known === '[]'
    ? ['Grants allow on their own: paste the output of `list-grants` as well.']
    : [];
}

/** Other work in which the same key is shown. */
function stepTo(
  state: WorkspaceState,
  after: WorkspaceState['scenario'],
  index: number,
  request = state.request,
): Partial<WorkspaceState> {
  const shownKey = index === 0 ? null : (after.keys[index]?.policy.id ?? null);
  return { ...replaced(state, after, request), shownKey };
}

/** The key ARN, in the account and partition that a policy names; in another partition it is in a Region of that. */
function arnIn(
  place: { readonly account: string | undefined; readonly partition: string | undefined },
  arn: string,
): string {
  const parts = splitArn(arn);
  if (parts === undefined) return arn;
  const { account = parts.account, partition = parts.partition } = place;
  const region = partition === parts.partition ? parts.region : regionOfPartition(partition);
  return `arn:${partition}:${parts.service}:${region}:${account}:${parts.resource}`;
}

function placeWords(before: string, after: string): string {
  const [old, now] = [splitArn(before), splitArn(after)];
  return [
    now?.account !== old?.account && `in account ${now?.account}`,
    now?.partition !== old?.partition && `in the partition \`${now?.partition}\``,
  ]
    .filter((words) => words !== false)
    .join(' ');
}

/** Grants belong to the key they name, or to the one that is shown. */
export function placeGrants(state: WorkspaceState, text: string): Placing {
  const { scenario } = state;
  const named = scenario.keys.findIndex((key) => text.includes(`"${key.arn}"`));
  const index = named < 0 ? shownKeyIndex(scenario, state.shownKey) : named;
  const { id, text: current } = grantsOfKey(scenario, index);
  const show = { tab: 'grants' } as const;
  if (current === text) return already('These grants are here already', show);
  const after = withKey(scenario, { grants: { id, text } }, index);
  const replaces = current.trim() !== '' && current.trim() !== '[]';
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: stepTo(state, after, index),
    done: replaces ? 'Grants replaced' : 'Grants added',
    more: replaces ? [ONE_CLICK] : [],
    count: { id, noun: 'grant' },
    show,
  };
}

export function placeAliases(state: WorkspaceState, entries: readonly AliasEntry[]): Placing {
  const { scenario } = state;
  const shown = shownKeyIndex(scenario, state.shownKey);
  const arn = scenario.keys[shown]?.arn ?? '';
  const keyId = splitArn(arn)?.resource.slice('key/'.length);
  const own = entries.filter((entry) => entry.targetKeyId === keyId);
  const others = entries.filter(
    (entry) => entry.targetKeyId !== undefined && !entry.name.startsWith('alias/aws/'),
  );
  const oneKey = new Set(others.map((entry) => entry.targetKeyId)).size === 1;
  const chosen = own.length > 0 || !oneKey ? own : others;
  if (chosen.length === 0) {
    const because = `None of these ${entries.length} aliases belongs to the key \`${keyId ?? arn}\`: add the output of \`describe-key\` first, so that the key is known.`;
    return { placed: false, because };
  }
  const names = chosen.map((entry) => entry.name);
  const done = `${names.length === 1 ? 'Alias' : 'Aliases'} ${names.join(', ')} taken over`;
  return placeKeyFacts(state, { aliases: names }, done);
}

export function placeTags(state: WorkspaceState, found: Readonly<Record<string, string>>): Placing {
  const number = Object.keys(found).length;
  return placeKeyFacts(state, { tags: found }, `${number} ${number === 1 ? 'tag' : 'tags'} taken over`);
}

/** Facts of the key they name, or of the one that is shown. */
export function placeKeyFacts(state: WorkspaceState, facts: Partial<ScenarioKey>, done: string): Placing {
  const show = { tab: 'key' } as const;
  const { scenario, request } = state;
  const named = scenario.keys.findIndex((each) => each.arn === facts.arn);
  const index = named < 0 ? shownKeyIndex(scenario, state.shownKey) : named;
  const key = scenario.keys[index];
  const names = Object.keys(facts) as (keyof ScenarioKey)[];
  const changed = names.filter((name) => !sameJson(key?.[name], facts[name]));
  if (key !== undefined && changed.length === 0) return already(`${done}: nothing is different`, show);
  const replaces = changed.some((name) => key?.[name] !== undefined);
  const after = withKey(scenario, facts, index);
  const asked =
    key === undefined || facts.arn === undefined
      ? request
      : withResourceFollowed(request, key.arn, facts.arn);
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: stepTo(state, after, index, asked),
    done,
    more: replaces ? [ONE_CLICK] : [],
    show,
  };
}
