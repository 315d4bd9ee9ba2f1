import type { AliasEntry, Recognized, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { Scenario, ScenarioKey } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { readIdentityArn } from '#engine/vocabulary/identityArn.ts';
import { splitArn } from '#engine/vocabulary/arn.ts';
import type { PreferencesState, WorkspaceState } from './app.ts';
import { withoutExample } from './exampleLeftovers.ts';
import { identityBehind } from './firstQuestion.ts';
import { sameJson } from './sameJson.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import {
  blankScenario,
  firstRequest,
  GRANTS,
  KEY_POLICY,
  withIdentityPolicy,
  withKey,
  withResourceFollowed,
} from './scenarioEdits.ts';
import { replaced } from './workspace.ts';

/** What placing a recognised text comes to. */
export type Placing = Placed | NotPlaced;

export interface Placed {
  readonly placed: true;
  readonly step: Partial<WorkspaceState>;
  /** What was done, without a full stop: a count may follow. */
  readonly done: string;
  /** Further sentences. */
  readonly more: readonly string[];
  /** The text whose statements or grants are worth counting. */
  readonly count: { readonly id: TextId; readonly noun: string } | null;
  /** Whether the request may no longer fit the documents. */
  readonly askAnew: boolean;
  /** Where in Write it can be seen. */
  readonly show: Partial<PreferencesState>;
}

interface NotPlaced {
  readonly placed: false;
  /** Why, and what to do. */
  readonly because: string;
}

/** Where things come from: the built-in example, and the name of the file that was opened. */
export interface Origin {
  readonly example: Scenario;
  readonly name: string | undefined;
}

const ONE_CLICK = 'Previous version is one click away.';

const NOTHING_ELSE = { more: [], count: null, askAnew: false, show: {} } as const;

/** Finds the place for a text. Changes nothing itself; `step` does. */
export function placing(state: WorkspaceState, recognized: Recognized, origin: Origin): Placing {
  switch (recognized.kind) {
    case 'keyPolicy':
      return keyPolicy(state, recognized, origin.example);
    case 'identityPolicy':
      return identityPolicy(state, recognized, origin.name);
    case 'scenario':
      return scenario(state, recognized.scenarios);
    case 'grants':
      return grants(state, recognized.text);
    case 'keyMetadata':
      return keyFacts(state, { arn: recognized.arn, metadata: recognized.metadata }, 'Key facts taken over');
    case 'aliases':
      return aliases(state, recognized.aliases);
    case 'tags':
      return tags(state, recognized.tags);
    case 'unknown':
      return { placed: false, because: recognized.because };
  }
}

function keyPolicy(state: WorkspaceState, policy: RecognizedPolicy, example: Scenario): Placing {
  const { scenario: before, request } = state;
  const key = before.keys[0] ?? blankScenario(policy.account).keys[0];
  const show = { writeTab: 'keyPolicy' as const };
  if (key.policy.text === policy.text) return already('This key policy is here already', show);
  const rest = key.policy.text === example.keys[0]?.policy.text ? withoutExample(before, example) : before;
  const arn = arnIn(policy.account, key.arn);
  const after = withKey(rest, { arn, policy: { id: KEY_POLICY, text: policy.text } });
  const notes = [
    ...readingNotes(policy),
    arn !== key.arn && `The key is taken to be in account ${policy.account}, which the policy names.`,
    rest !== before &&
      !sameJson(rest, before) &&
      "The example's IAM policies and grants were put away with its policy.",
    ONE_CLICK,
  ];
  return {
    placed: true,
    step: replaced(state, after, withResourceFollowed(request, key.arn, arn)),
    done: 'Key policy replaced',
    more: notes.filter((note) => note !== false),
    count: { id: KEY_POLICY, noun: 'statement' },
    askAnew: true,
    show,
  };
}

/** The key ARN, in the account given. */
function arnIn(account: string | undefined, arn: string): string {
  const parts = splitArn(arn);
  if (account === undefined || parts === undefined || parts.account === account) return arn;
  return `arn:${parts.partition}:${parts.service}:${parts.region}:${account}:${parts.resource}`;
}

/** What is to be said about how the policy was read. */
function readingNotes(policy: RecognizedPolicy): readonly string[] {
  const error = policy.diagnostics?.find(({ severity }) => severity === 'error');
  return [
    ...(error === undefined ? [] : [`It cannot be used yet: ${error.message}`]),
    ...(policy.note === undefined ? [] : [policy.note]),
  ];
}

function identityPolicy(state: WorkspaceState, policy: RecognizedPolicy, name: string | undefined): Placing {
  const { scenario: before, request } = state;
  const arn = identityBehind(request, before.identities);
  if (arn === null) {
    const because = `An IAM policy belongs to a user or role, and \`${request.principal}\` is neither: choose a user or role as the caller, then add it.`;
    return { placed: false, because };
  }
  const isNew = before.identities.every((identity) => identity.arn !== arn);
  const { scenario: after, id } = withIdentityPolicy(before, arn, policyName(name), policy.text);
  return {
    placed: true,
    step: replaced(state, after, request),
    done: `IAM policy attached to ${shortName(arn)}${isNew ? ', which is new here' : ''}`,
    more: readingNotes(policy),
    count: { id, noun: 'statement' },
    askAnew: false,
    show: { writeTab: 'identities', openIdentityPolicy: id },
  };
}

/** A policy name made of a file's name: without its ending, and only with characters IAM allows in one. */
function policyName(file: string | undefined): string {
  const name = (file ?? '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .split(/[^\w+=,.@-]+/)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 128);
  return name === '' ? 'PastedPolicy' : name;
}

/** `role/Reader` of the ARN of a user or role. */
function shortName(arn: string): string {
  const identity = readIdentityArn(arn);
  return identity !== undefined && 'path' in identity ? `${identity.kind}/${identity.name}` : arn;
}

function scenario(state: WorkspaceState, scenarios: readonly Scenario[]): Placing {
  const [first] = scenarios;
  if (first === undefined) return { placed: false, because: 'This list of scenarios is empty.' };
  const title = first.title === undefined ? 'Scenario opened' : `Opened “${first.title}”`;
  const place = scenarios.length > 1 ? `, the first of ${scenarios.length} scenarios` : '';
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, first, firstRequest(first)),
    done: `${title}${place}`,
    more: ['Previous work is one click away.'],
    askAnew: first.requests.length === 0,
  };
}

function grants(state: WorkspaceState, text: string): Placing {
  const current = findDocument(state.scenario, GRANTS)?.text ?? '';
  const show = { writeTab: 'grants' as const };
  if (current === text) return already('These grants are here already', show);
  const after = withKey(state.scenario, { grants: { id: GRANTS, text } });
  const replaces = current.trim() !== '' && current.trim() !== '[]';
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, after, state.request),
    done: replaces ? 'Grants replaced' : 'Grants added',
    more: replaces ? [ONE_CLICK] : [],
    count: { id: GRANTS, noun: 'grant' },
    show,
  };
}

function aliases(state: WorkspaceState, entries: readonly AliasEntry[]): Placing {
  const arn = state.scenario.keys[0]?.arn ?? '';
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
  return keyFacts(state, { aliases: names }, done);
}

function tags(state: WorkspaceState, found: Readonly<Record<string, string>>): Placing {
  const number = Object.keys(found).length;
  return keyFacts(state, { tags: found }, `${number} ${number === 1 ? 'tag' : 'tags'} taken over`);
}

/** Facts of the first key. */
function keyFacts(state: WorkspaceState, facts: Partial<ScenarioKey>, done: string): Placing {
  const show = { writeTab: 'key' as const };
  const key = state.scenario.keys[0];
  const names = Object.keys(facts) as (keyof ScenarioKey)[];
  const changed = names.filter((name) => !sameJson(key?.[name], facts[name]));
  if (key !== undefined && changed.length === 0) return already(`${done}: nothing is different`, show);
  const replaces = changed.some((name) => key?.[name] !== undefined);
  const after = withKey(state.scenario, facts);
  const { request } = state;
  const asked =
    key === undefined || facts.arn === undefined
      ? request
      : withResourceFollowed(request, key.arn, facts.arn);
  return {
    ...NOTHING_ELSE,
    placed: true,
    step: replaced(state, after, asked),
    done,
    more: replaces ? [ONE_CLICK] : [],
    show,
  };
}

function already(done: string, show: Partial<PreferencesState>): Placing {
  return { ...NOTHING_ELSE, placed: true, step: {}, done, show };
}
