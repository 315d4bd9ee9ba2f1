import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Recognized } from '#engine/scenario/recognize.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Study } from '#engine/study.ts';
import type { PlacementActions, PlacementState } from './app.ts';
import { firstQuestion } from './firstQuestion.ts';
import { placing, type Placed } from './placing.ts';
import type { PreferencesStore } from './preferences.ts';
import type { ResultsStore } from './results.ts';
import type { WorkspaceStore } from './workspace.ts';

export type PlacementStore = StoreApi<PlacementState & PlacementActions>;

export interface PlacementOptions {
  readonly workspace: WorkspaceStore;
  readonly results: ResultsStore;
  readonly preferences: PreferencesStore;
  readonly recognize: (text: string) => Promise<Recognized>;
  readonly example: Scenario;
}

const CANNOT_LOOK = 'The engine could not look at this text. It is kept: try again in a moment.';

/** Puts pasted and opened texts where they belong. */
export function createPlacement(options: PlacementOptions): PlacementStore {
  const { workspace, results, preferences, example } = options;

  return createStore<PlacementState & PlacementActions>()((set, get) => {
    function refuse(text: string, message: string): void {
      set({ message, tone: 'problem', unplaced: text });
    }

    /** What only the study of the new documents tells: how much there is, and what is worth asking about it. */
    async function followUp(placed: Placed, message: string): Promise<void> {
      const { revision, request } = workspace.getState();
      const study = await studyOf(results, revision);
      if (study === null) return;
      if (get().message === message) set({ message: sentences(placed, study) });
      const state = workspace.getState();
      // Whoever has asked something else in the meantime keeps that.
      if (!placed.askAnew || state.request !== request) return;
      const better = firstQuestion(study, request, state.scenario.identities);
      if (better !== null) state.setRequest(better);
    }

    return {
      message: null,
      tone: 'done',
      unplaced: null,
      async place(text, name) {
        let recognized: Recognized;
        try {
          recognized = await options.recognize(text);
        } catch {
          refuse(text, CANNOT_LOOK);
          return;
        }
        const result = placing(workspace.getState(), recognized, { example, name });
        if (!result.placed) {
          refuse(text, result.because);
          return;
        }
        workspace.setState(result.step);
        preferences.getState().set(result.show);
        const message = sentences(result, null);
        set({ message, tone: 'done', unplaced: null });
        void followUp(result, message);
      },
      dismiss() {
        set({ message: null });
      },
    };
  });
}

/** "Key policy replaced: 7 statements. Previous version is one click away." */
function sentences({ done, more, count }: Placed, study: Study | null): string {
  const report = count && study?.documents.find((document) => document.id === count.id);
  const number = report?.usable === true && !report.usedFallback ? report.statements.length : null;
  const counted = number === null ? '' : `: ${number} ${count?.noun}${number === 1 ? '' : 's'}`;
  return [`${done}${counted}.`, ...more].join(' ');
}

/** The study of this revision or a later one; null when the engine gave up on it. */
function studyOf(results: ResultsStore, revision: number): Promise<Study | null> {
  return new Promise((resolve) => {
    const now = results.getState();
    if (now.studied >= revision) {
      resolve(now.study);
      return;
    }
    const stop = results.subscribe((state, before) => {
      const gaveUp = state.status === 'failed' && before.status !== 'failed';
      if (state.studied < revision && !gaveUp) return;
      stop();
      resolve(gaveUp ? null : state.study);
    });
  });
}
