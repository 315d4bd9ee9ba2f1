import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PolicyKind, Recognized, RecognizedPolicy } from '#engine/scenario/recognize.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Study } from '#engine/study.ts';
import type { PlacementActions, PlacementChoice, PlacementState, WorkspaceState } from './app.ts';
import { looksForeign } from '#engine/exchange/looksForeign.ts';
import { firstQuestion } from './firstQuestion.ts';
import type { Origin, Placed, Placing } from './placed.ts';
import { asKind, placing, policyAs } from './placing.ts';
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
  /** Reads what `recognize` does not know; false where it is nothing at all. */
  readonly takeOver: (text: string, name?: string) => Promise<boolean>;
}

const CANNOT_LOOK = 'The engine could not look at this text. It is kept: try again in a moment.';

/** Puts pasted and opened texts where they belong. */
export function createPlacement(options: PlacementOptions): PlacementStore {
  const { workspace, results, preferences, example } = options;

  return createStore<PlacementState & PlacementActions>()((set, get) => {
    /** Whether the documents changed since something was placed. */
    let isEdited = false;
    workspace.subscribe((state, before) => {
      // Work that another tab brought in counts too: taking back must not lose it.
      const isOtherWork = state.previous !== before.previous;
      const isOtherText = state.revision !== before.revision && state.scenario !== before.scenario;
      if (isOtherWork || isOtherText) isEdited = true;
    });
    /** The policy that was placed last, and the work it went into, for placing it as something else. */
    let last: {
      readonly policy: RecognizedPolicy;
      readonly origin: Origin;
      readonly before: WorkspaceState;
    } | null = null;

    function refuse(text: string, message: string): void {
      last = null;
      set({ message, tone: 'problem', unplaced: text, choices: [] });
    }

    function settle(result: Placing, text: string): void {
      if (!result.placed) {
        refuse(text, result.because);
        return;
      }
      workspace.setState(result.step);
      isEdited = false;
      if (result.show !== null) showPlace(preferences, result.show);
      const message = sentences(result, null);
      set({ message, tone: 'done', unplaced: null, choices: choicesOf(result.otherwise) });
      void followUp(result, message);
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
      choices: [],
      async place(text, name) {
        let recognized: Recognized;
        try {
          if (looksForeign(text) && (await options.takeOver(text, name))) return;
          recognized = await options.recognize(text);
          if (recognized.kind === 'unknown' && text.trim() !== '' && (await options.takeOver(text, name)))
            return;
        } catch {
          refuse(text, CANNOT_LOOK);
          return;
        }
        const before = workspace.getState();
        const origin = { example, name, tab: preferences.getState().writeTab };
        const result = placing(before, recognized, origin);
        settle(result, text);
        last = result.placed && isPolicy(recognized) ? { policy: recognized, origin, before } : null;
      },
      show(placed) {
        last = null;
        settle(placed, '');
      },
      placeAs(kind) {
        if (last === null) return;
        const { policy, origin, before } = last;
        const now = workspace.getState();
        // The first placing is taken back, unless something was edited since: that is never lost.
        const base = isEdited ? now : { ...before, revision: now.revision };
        const changed = asKind(policy, kind);
        const result = policyAs(base, changed, origin);
        const takenBack = result.placed && !isEdited ? { ...base, revision: now.revision + 1 } : {};
        settle(result.placed ? { ...result, step: { ...takenBack, ...result.step } } : result, policy.text);
        if (result.placed) last = { policy: changed, origin, before: base };
      },
      dismiss() {
        set({ message: null, choices: [] });
      },
    };
  });
}

const LABELS: Readonly<Record<PolicyKind, string>> = {
  keyPolicy: 'Key policy',
  identityPolicy: 'IAM policy',
  permissionsBoundary: 'Permissions boundary',
  sessionPolicy: 'Session policy',
  serviceControlPolicy: 'SCP',
  resourceControlPolicy: 'RCP',
  endpointPolicy: 'VPC endpoint policy',
  resourcePolicy: 'Resource policy',
};

function choicesOf(kinds: readonly PolicyKind[] = []): readonly PlacementChoice[] {
  return kinds.map((kind) => ({ kind, label: LABELS[kind] }));
}

function isPolicy(recognized: Recognized): recognized is RecognizedPolicy {
  return recognized.kind in LABELS;
}

function showPlace(preferences: PreferencesStore, show: NonNullable<Placed['show']>): void {
  const { set, open } = preferences.getState();
  const { tab, document } = show;
  if (tab === 'identities' || tab === 'organization' || tab === 'resources') open(tab, document ?? null);
  else set({ writeTab: tab });
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
