import type { SettledKey } from '#engine/exchange/settle.ts';
import type { Scenario, ScenarioIdentity, ScenarioKey, ScenarioRequest } from '#engine/scenario/scenario.ts';
import { mapIdentity } from '#engine/scenario/mapDocuments.ts';
import type { WorkspaceState } from './app.ts';
import { grantsOfKey, nextKeyArn, shownKeyIndex, withKey, withNewKey } from './keyEdits.ts';
import { already, NOTHING_ELSE, ONE_CLICK, type Origin, type Placing } from './placed.ts';
import { grantsNote, placeKeyPolicy } from './placingKey.ts';
import { sameJson } from './sameJson.ts';
import { replaced } from './workspace.ts';

export interface KeyTarget {
  readonly origin: Origin;
  /** The ARN of a key, or `new`; left to the import where it is absent. */
  readonly target: string | undefined;
  /** ARNs of keys that earlier pieces became. */
  readonly taken: Set<string>;
}

/** A key of a template: in place of the one it names or the one that is shown, and further ones beside it. */
export function placeImportedKey(state: WorkspaceState, key: SettledKey, at: KeyTarget): Placing {
  const arn = targetArn(state, key, at);
  const before = state.scenario.keys.find((each) => each.arn === arn);
  const { scenario, request, index } = withImportedKey(state, key, arn, at.origin);
  const now = scenario.keys[index];
  const isFirst = at.taken.size === 0;
  at.taken.add(now?.arn ?? arn);
  const show = { tab: 'keyPolicy' } as const;
  if (sameJson(scenario, state.scenario)) return already('This key is here already', show);
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: {
      ...replaced(state, scenario, request),
      shownKey: isFirst ? shownIn(scenario.keys, index) : (state.shownKey ?? null),
    },
    done: `${doneWords(before === undefined, key)} \`${shortKey(now?.arn ?? arn)}\`${whatElse(key)}`,
    more: key.policy === undefined ? [] : notesOf(before, scenario, index),
    count: key.policy && now ? { id: now.policy.id, noun: 'statement' } : null,
    askAnew: key.policy !== undefined,
    show,
  };
}

/** What is to be said where a policy came. */
function notesOf(before: ScenarioKey | undefined, after: Scenario, index: number): readonly string[] {
  return [...grantsNote(after, index), ...(hasPolicy(before) ? [ONE_CLICK] : [])];
}

function hasPolicy(key: ScenarioKey | undefined): boolean {
  return key !== undefined && key.policy.text.trim() !== '';
}

function doneWords(isNew: boolean, { policy }: SettledKey): string {
  if (isNew) return 'Becomes a new key';
  return policy === undefined ? 'Its facts go to the key' : 'Becomes the key';
}

/** The scenario with the key in the place of that ARN. */
function withImportedKey(state: WorkspaceState, key: SettledKey, arn: string, origin: Origin) {
  const complete = { ...state, scenario: withNewKey(state.scenario, arn) };
  const index = complete.scenario.keys.findIndex((each) => each.arn === arn);
  const aimed = { ...complete, shownKey: complete.scenario.keys[index]?.policy.id ?? null };
  const placed = key.policy === undefined ? aimed : after(aimed, placeKeyPolicy(aimed, key.policy, origin));
  const scenario = withKey(placed.scenario, factsOf(placed, index, key), index);
  return { scenario, request: placed.request, index };
}

function shownIn(keys: readonly ScenarioKey[], index: number): string | null {
  return index === 0 ? null : (keys[index]?.policy.id ?? null);
}

function targetArn(
  { scenario, shownKey }: WorkspaceState,
  key: SettledKey,
  { target, taken }: KeyTarget,
): string {
  if (target === 'new') return nextKeyArn(scenario);
  if (target !== undefined) return target;
  if (key.arn !== undefined) return key.arn;
  const shown = scenario.keys[shownKeyIndex(scenario, shownKey)]?.arn;
  return shown === undefined || taken.has(shown) || taken.size > 0 ? nextKeyArn(scenario) : shown;
}

function after(state: WorkspaceState, placing: Placing): WorkspaceState {
  return placing.placed ? { ...state, ...placing.step } : state;
}

function factsOf({ scenario }: WorkspaceState, index: number, key: SettledKey): Partial<ScenarioKey> {
  const before = scenario.keys[index];
  return {
    ...(key.metadata !== undefined && { metadata: { ...before?.metadata, ...key.metadata } }),
    ...(key.aliases !== undefined && { aliases: key.aliases }),
    ...(key.tags !== undefined && { tags: key.tags }),
    ...(key.grants !== undefined && { grants: { id: grantsOfKey(scenario, index).id, text: key.grants } }),
  };
}

/** " with 2 aliases and its tags". */
function whatElse({ aliases, tags, grants }: SettledKey): string {
  const things = [
    aliases !== undefined && (aliases.length === 1 ? 'an alias' : `${aliases.length} aliases`),
    tags !== undefined && 'tags',
    grants !== undefined && 'grants',
  ].filter((thing) => thing !== false);
  if (things.length === 0) return '';
  return ` with ${things.length === 1 ? things[0] : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`}`;
}

/** The last part of a key ARN. */
function shortKey(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** An identity with all its policies, in place of the one with its ARN. */
export function placeImportedIdentity(state: WorkspaceState, identity: ScenarioIdentity): Placing {
  const { scenario } = state;
  const own = mapIdentity(identity, (document) => document);
  const index = scenario.identities.findIndex(({ arn }) => arn === identity.arn);
  const show = { tab: 'identities' } as const;
  if (sameJson(scenario.identities[index], own)) return already('Nothing is different', show);
  const identities =
    index < 0
      ? [...scenario.identities, own]
      : scenario.identities.map((each, at) => (at === index ? own : each));
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, { ...scenario, identities }, state.request),
    done: index < 0 ? 'Added to Identities' : 'Takes the place of the one in Identities',
    more: index < 0 ? [] : [ONE_CLICK],
    show,
  };
}

/** A request that was made: it is asked, and kept with the scenario. */
export function placeImportedRequest(state: WorkspaceState, request: ScenarioRequest): Placing {
  const { scenario } = state;
  const isKnown = scenario.requests.some((each) => sameJson(withoutName(each), withoutName(request)));
  if (isKnown && sameJson(withoutName(state.request), withoutName(request)))
    return already('It is asked already', null);
  const requests = isKnown ? scenario.requests : [...scenario.requests, request];
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, { ...scenario, requests }, request),
    done: 'Asked, and kept with the scenario',
    more: [],
  };
}

function withoutName({ name: _name, ...request }: ScenarioRequest): Omit<ScenarioRequest, 'name'> {
  return request;
}
