import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentText, Scenario, ScenarioKey, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { TextId } from '#engine/source/span.ts';
import { applyEdits, type Edit } from '#engine/whatIf/edit.ts';
import type { Snapshot, WorkspaceActions, WorkspaceState } from './app.ts';
import { sameJson } from './sameJson.ts';
import { mapDocuments, mapRequestDocuments, retyped } from '#engine/scenario/mapDocuments.ts';
import {
  withIdentity,
  withIdentityChanged,
  withIdentityPolicy,
  withoutIdentity,
  withoutIdentityPolicy,
} from './identityEdits.ts';
import { shownKeyIndex, withKey, withResourceFollowed } from './keyEdits.ts';
import { firstRequest, withText } from './scenarioEdits.ts';

export type WorkspaceStore = StoreApi<WorkspaceState & WorkspaceActions>;

/** What of the workspace outlives the page. */
export type SavedWorkspace = Pick<
  WorkspaceState,
  'scenario' | 'request' | 'isExample' | 'previous' | 'older'
>;

type Step = Partial<WorkspaceState>;

/** How much replaced work is kept besides the last. */
export const MOST_OLDER = 5;

/** The state after an edit of the documents; nothing happens where nothing changed. */
function edited(state: WorkspaceState, scenario: Scenario, request = state.request): Step {
  if (scenario === state.scenario && request === state.request) return {};
  const isExample = state.isExample && scenario === state.scenario;
  return { scenario, request, isExample, revision: state.revision + 1 };
}

/** The state after other work took the place of this; the old work becomes `previous`. */
export function replaced(state: WorkspaceState, scenario: Scenario, request: ScenarioRequest): Step {
  const older = state.previous === null ? [] : [state.previous, ...(state.older ?? [])];
  return {
    scenario,
    request,
    isExample: false,
    revision: state.revision + 1,
    previous: snapshot(state),
    older: older.slice(0, MOST_OLDER),
    shownKey: null,
  };
}

/** What this tab had before it went on with another tab's version; no other tab has this name. */
const HERE = 'here';

/** The state with `previous` back. Going on like this comes round to the present work again. */
function takenBack(state: WorkspaceState, example: Scenario): Step {
  if (state.previous === null) return {};
  const { scenario, request, tab } = state.previous;
  const older = state.older ?? [];
  const [next, ...rest] =
    tab === undefined ? [...older, snapshot(state)] : [{ ...snapshot(state), tab: HERE }, ...older];
  return {
    scenario,
    request,
    isExample: sameJson(scenario, example),
    revision: state.revision + 1,
    previous: next ?? null,
    older: rest,
    shownKey: null,
  };
}

/** The state in which the versions of other tabs are what any earlier version is. */
function settled(state: WorkspaceState): Step {
  const { previous, older } = state;
  return { previous: previous && snapshot(previous), older: older?.map(snapshot) };
}

function snapshot({ scenario, request }: Snapshot): Snapshot {
  return { scenario, request };
}

/**
 * The state with texts that turned out usable kept as what answers while a later text is not. No new revision: the answers
 * are the same with it.
 */
export function remembering(state: WorkspaceState, usable: ReadonlyMap<TextId, string>): Step {
  const remember = (document: DocumentText): DocumentText => {
    const text = usable.get(document.id);
    return text === undefined || text === document.fallback ? document : { ...document, fallback: text };
  };
  const scenario = mapDocuments(state.scenario, remember);
  const request = mapRequestDocuments(state.request, remember);
  return {
    ...(scenario === state.scenario ? {} : { scenario }),
    ...(request === state.request ? {} : { request }),
  };
}

/** The state after a change of the facts of the key that is shown. */
function withKeyFacts(state: WorkspaceState, change: Partial<ScenarioKey>): Step {
  const index = shownKeyIndex(state.scenario, state.shownKey);
  const from = state.scenario.keys[index]?.arn;
  const { request } = state;
  const follows = from !== undefined && change.arn !== undefined;
  const after = withKey(state.scenario, change, index);
  // A new ARN of a further key gives its policy a new id.
  const shownKey = after.keys[index]?.policy.id ?? null;
  return {
    ...edited(state, after, follows ? withResourceFollowed(request, from, change.arn) : request),
    ...(index > 0 && { shownKey }),
  };
}

/** The state after edits that the engine offered. A request that is changed loses its name and what was expected of it. */
function withEdits(state: WorkspaceState, edits: readonly Edit[]): Step {
  const { scenario, request } = applyEdits(state, edits);
  if (request === state.request) return edited(state, scenario);
  const { name: _name, expect: _expect, ...question } = request;
  return edited(state, scenario, question);
}

/** The workspace, with what was saved or with the example. */
export function createWorkspace(example: Scenario, saved: SavedWorkspace | null = null): WorkspaceStore {
  return createStore<WorkspaceState & WorkspaceActions>()((set) => {
    const edit = (change: (scenario: Scenario) => Scenario) =>
      set((state) => edited(state, change(state.scenario)));
    const start = {
      scenario: example,
      request: firstRequest(example),
      isExample: true,
      previous: null,
      older: [],
    };
    return {
      revision: 1,
      shownKey: null,
      ...(saved ?? start),
      setText(id, text) {
        set((state) => {
          const request = mapRequestDocuments(state.request, (document) =>
            document.id === id ? retyped(document, text) : document,
          );
          return edited(state, withText(state.scenario, id, text), request);
        });
      },
      setRequest(request) {
        set((state) => edited(state, state.scenario, request));
      },
      edit,
      showKey(shownKey) {
        set(({ scenario, shownKey: before, revision }) =>
          shownKeyIndex(scenario, shownKey) === shownKeyIndex(scenario, before)
            ? {}
            : { shownKey, revision: revision + 1 },
        );
      },
      setTitle(title) {
        edit((scenario) => withTitle(scenario, title));
      },
      updateKey(change) {
        set((state) => withKeyFacts(state, change));
      },
      addIdentity({ arn }) {
        edit((scenario) => withIdentity(scenario, arn));
      },
      updateIdentity(arn, change) {
        edit((scenario) => withIdentityChanged(scenario, arn, change));
      },
      removeIdentity(arn) {
        edit((scenario) => withoutIdentity(scenario, arn));
      },
      addIdentityPolicy(arn, name) {
        edit((scenario) => withIdentityPolicy(scenario, arn, name).scenario);
      },
      removeIdentityPolicy(arn, name) {
        edit((scenario) => withoutIdentityPolicy(scenario, arn, name));
      },
      applyEdits(edits) {
        set((state) => withEdits(state, edits));
      },
      restore({ scenario, request }) {
        set((state) => edited(state, scenario, request));
      },
      open(scenario) {
        set((state) => replaced(state, scenario, firstRequest(scenario)));
      },
      undoOpen() {
        set((state) => takenBack(state, example));
      },
      settleTabs() {
        set(settled);
      },
      openExample() {
        set((state) => ({ ...replaced(state, example, firstRequest(example)), isExample: true }));
      },
    };
  });
}

function withTitle(scenario: Scenario, title: string): Scenario {
  if (title === (scenario.title ?? '')) return scenario;
  const { title: _, ...rest } = scenario;
  return title === '' ? rest : { title, ...rest };
}
