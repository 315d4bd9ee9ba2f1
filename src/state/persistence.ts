import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Timers } from '#worker/timers.ts';
import type { PreferencesState } from './app.ts';
import { besideOther, type TabWork } from './otherTab.ts';
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
  /** Calls back when another page wrote to the storage, with the name it wrote to. */
  readonly onStorage: (listener: (name: string | null) => void) => void;
  /** Calls back when the page may be about to go away. */
  readonly onLeave: (listener: () => void) => void;
  /** Shows one sentence. */
  readonly report: (problem: string) => void;
}

/**
 * Reads what an earlier visit left. Never throws, whatever lies in the storage.
 *
 * @param tab a name that no other page in this browser has: tabs keep each other's work, and must tell whose is whose
 */
export function openPersistence(storage: () => KeptStorage, example: Scenario, tab: string): Persistence {
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
    keep({ workspace, preferences }, { timers, onStorage, onLeave, report }) {
      let said = false;
      const note = (kept: boolean) => {
        if (!kept && !said) report(NOT_REMEMBERED);
        said = !kept;
      };
      /** What another tab wrote last: it still shows that, for all this one knows. */
      let heard: TabWork | null = null;
      const lookAtOthers = () => {
        const file = workspaceSlot.news();
        if (file !== null) heard = { ...fromFile(file, example), tab: file.tab ?? '' };
        const step = heard === null ? null : besideOther(workspace.getState(), heard, tab);
        if (step !== null) workspace.setState(step);
      };
      const saveWork = saver(timers, () => {
        // Also what was written unnoticed, while this page was frozen say, must not be written over; nor what this tab took
        // over from the other and has changed since, which the other still shows.
        lookAtOthers();
        note(attempts(toFile(workspace.getState(), tab)).some((attempt) => workspaceSlot.write(attempt)));
      });
      const saveSettings = saver(timers, () => {
        note(preferencesSlot.write({ version: 1, preferences: preferencesOf(preferences.getState()) }));
      });
      // Other tabs are told of every saving, so only what this one changed is saved: tabs must not answer one another.
      workspace.subscribe((state, before) => {
        if (state.revision !== before.revision) saveWork.later();
      });
      onStorage((name) => {
        if (name === WORKSPACE_NAME) lookAtOthers();
      });
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

function toFile(
  { scenario, isExample, request, previous, older }: SavedWorkspace,
  tab: string,
): SavedWorkspaceFile {
  const file = { version: 1, tab, request, previous, older } as const;
  return isExample ? file : { ...file, scenario };
}

/**
 * What to try to save, the most first. Replaced work is a convenience: where there is no room for all of it, the present work
 * goes first. Another tab's work is none: it may be kept nowhere else.
 */
function attempts(file: SavedWorkspaceFile): readonly SavedWorkspaceFile[] {
  const others = file.older?.filter((each) => each.tab !== undefined);
  const previous = file.previous?.tab === undefined ? null : file.previous;
  return [file, { ...file, older: others }, { ...file, previous, older: others }];
}

function fromFile(file: SavedWorkspaceFile, example: Scenario): SavedWorkspace {
  const { scenario = example, request, previous, older = [] } = file;
  const isExample = file.scenario === undefined || sameJson(scenario, example);
  return { scenario, request, isExample, previous, older };
}
