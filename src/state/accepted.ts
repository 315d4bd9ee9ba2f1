import { createStore, type StoreApi } from 'zustand/vanilla';
import * as v from 'valibot';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { mapDocuments } from '#engine/scenario/mapDocuments.ts';
import { savedScenario } from './savedShape.ts';
import { slot, type KeptStorage } from './storage.ts';

/** A version somebody looked at and accepted: what later versions are compared with. */
export interface AcceptedVersion {
  /** ARN of the key; each key has one accepted version. */
  readonly key: string;
  /** When, as ISO 8601; null where the app had no clock. */
  readonly at: string | null;
  readonly scenario: Scenario;
}

export interface AcceptedState {
  /** Newest first. */
  readonly versions: readonly AcceptedVersion[];
}

export interface AcceptedActions {
  /** Accepts a scenario in place of what was accepted for its key. Nothing happens without a key. */
  readonly accept: (scenario: Scenario) => void;
}

export type AcceptedStore = StoreApi<AcceptedState & AcceptedActions>;

export const ACCEPTED_NAME = 'keyway.accepted';

/** How many keys' versions are kept. */
const MOST = 8;

const savedVersions: v.GenericSchema<
  unknown,
  { readonly version: 1; readonly versions: readonly AcceptedVersion[] }
> = v.strictObject({
  version: v.literal(1),
  versions: v.array(v.strictObject({ key: v.string(), at: v.nullable(v.string()), scenario: savedScenario })),
});

/**
 * The accepted versions, kept in the browser: a scenario file says how things are, not what somebody made of it.
 * @param report told in a sentence what could not be read or kept.
 */
export function createAccepted(
  storage: () => KeptStorage,
  now: () => string | null,
  report: (problem: string) => void,
): AcceptedStore {
  const place = slot(storage, ACCEPTED_NAME, 'The accepted versions saved in this browser', savedVersions);
  const { value, problem } = place.read();
  if (problem !== null) report(problem);
  return createStore<AcceptedState & AcceptedActions>()((set, get) => ({
    versions: value?.versions ?? [],
    accept(scenario) {
      const [key] = scenario.keys;
      if (key === undefined) return;
      const others = get().versions.filter((version) => version.key !== key.arn);
      const accepted = { key: key.arn, at: now(), scenario: slim(scenario) };
      const versions = [accepted, ...others].slice(0, MOST);
      set({ versions });
      if (!place.write({ version: 1, versions }))
        report('The accepted version holds until the page is closed: this browser does not keep it.');
    },
  }));
}

/** What is compared: the documents as they are, and not the requests. */
function slim(scenario: Scenario): Scenario {
  const documents = mapDocuments(scenario, ({ id, text }) => ({ id, text }));
  return { ...documents, requests: [] };
}

/** The accepted version of the key a scenario is about. */
export function acceptedFor(state: AcceptedState, scenario: Scenario): AcceptedVersion | null {
  const arn = scenario.keys[0]?.arn;
  return state.versions.find(({ key }) => key === arn) ?? null;
}
