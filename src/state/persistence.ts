import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Timers } from '#worker/timers.ts';
import type { PreferencesState } from './app.ts';
import { sameJson } from './sameJson.ts';
import { savedPreferences, savedWorkspace, type SavedWorkspaceFile } from './savedShape.ts';
import { slot, type KeptStorage } from './storage.ts';
import { preferencesOf, type PreferencesStore } from './preferences.ts';
import type { SavedWorkspace, WorkspaceStore } from './workspace.ts';

/** Names in the browser's storage. */
export const WORKSPACE_NAME = 'keyway.workspace';
export const PREFERENCES_NAME = 'keyway.preferences';

const NOT_REMEMBERED = "Won't be remembered in this browser.";

/** How long a change may stay unsaved, in milliseconds. */
const DELAY = 500;

export interface Persistence {
  readonly workspace: SavedWorkspace | null;
  readonly preferences: Partial<PreferencesState> | null;
  /** What there is to say about what was found, one sentence. */
  readonly problem: string | null;
  /** Saves from now on what changes in the stores. */
  keep(
    stores: { readonly workspace: WorkspaceStore; readonly preferences: PreferencesStore },
    means: Means,
  ): void;
}

interface Means {
  readonly timers: Timers;
  /** Calls back when the page may be about to go away. */
  readonly onLeave: (listener: () => void) => void;
  /** Shows one sentence. */
  readonly report: (problem: string) => void;
}

/** Reads what an earlier visit left. Never throws, whatever lies in the storage. */
export function openPersistence(storage: () => KeptStorage, example: Scenario): Persistence {
  const workspaceSlot = slot(storage, WORKSPACE_NAME, 'The work saved in this browser', savedWorkspace);
  const preferencesSlot = slot(
    storage,
    PREFERENCES_NAME,
    'The settings saved in this browser',
    savedPreferences,
  );
  const work = workspaceSlot.read();
  const settings = preferencesSlot.read();

  return {
    workspace: work.value === null ? null : fromFile(work.value, example),
    preferences: settings.value?.preferences ?? null,
    problem: [work.problem, settings.problem].filter((problem) => problem !== null).join(' ') || null,
    keep({ workspace, preferences }, { timers, onLeave, report }) {
      let said = false;
      const note = (kept: boolean) => {
        if (!kept && !said) report(NOT_REMEMBERED);
        said = !kept;
      };
      const saveWork = saver(timers, () => {
        const file = toFile(workspace.getState());
        // Replaced work is a convenience: where there is no room for all of it, the present work goes first.
        const { older: _, ...shorter } = file;
        const attempts = [file, shorter, { ...shorter, previous: null }];
        note(attempts.some((attempt) => workspaceSlot.write(attempt)));
      });
      const saveSettings = saver(timers, () => {
        note(preferencesSlot.write({ version: 1, preferences: preferencesOf(preferences.getState()) }));
      });
      workspace.subscribe(saveWork.later);
      preferences.subscribe(saveSettings.later);
      onLeave(() => {
        saveWork.now();
        saveSettings.now();
      });
    },
  };
}

/** Saves a while after the first change, at once on leaving, and not at all without a change. */
function saver(timers: Timers, save: () => void): { readonly later: () => void; readonly now: () => void } {
  let cancel: (() => void) | null = null;
  const run = () => {
    cancel = null;
    save();
  };
  return {
    later() {
      cancel ??= timers.after(DELAY, run);
    },
    now() {
      if (cancel === null) return;
      cancel();
      run();
    },
  };
}

function toFile({ scenario, isExample, request, previous, older }: SavedWorkspace): SavedWorkspaceFile {
  const history = { request, previous, older };
  return isExample ? { version: 1, ...history } : { version: 1, scenario, ...history };
}

function fromFile(file: SavedWorkspaceFile, example: Scenario): SavedWorkspace {
  const { scenario = example, request, previous, older = [] } = file;
  const isExample = file.scenario === undefined || sameJson(scenario, example);
  return { scenario, request, isExample, previous, older };
}
