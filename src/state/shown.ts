import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TextId } from '#engine/source/span.ts';
import type { Timers } from '#worker/timers.ts';
import type { WorkspaceState } from './app.ts';
import type { ResultsStore } from './results.ts';
import type { WorkspaceStore } from './workspace.ts';

/** The workspace as the page speaks of it. */
export type ShownState = Pick<WorkspaceState, 'revision' | 'scenario' | 'request' | 'isExample' | 'shownKey'>;

export interface ShownActions {
  /** Takes in what was typed in an editor that shows it already: the page around it follows with the answer. */
  readonly type: (id: TextId, text: string) => void;
}

export type ShownStore = StoreApi<ShownState & ShownActions>;

/** How long the page may stay behind the editor where the answer takes its time. */
const PATIENCE = 100;

/**
 * Follows the workspace: at once, but for what is typed, which the page follows when it is answered, or after a moment. So a
 * keystroke is drawn by the editor alone, and what it comes to in one go.
 */
export function createShown(workspace: WorkspaceStore, results: ResultsStore, timers: Timers): ShownStore {
  let isTyping = false;
  let cancel: (() => void) | null = null;
  const store = createStore<ShownState & ShownActions>()(() => ({
    ...of(workspace.getState()),
    type(id, text) {
      isTyping = true;
      try {
        workspace.getState().setText(id, text);
      } finally {
        isTyping = false;
      }
    },
  }));

  function follow(): void {
    cancel?.();
    cancel = null;
    store.setState(of(workspace.getState()));
  }

  workspace.subscribe((state, before) => {
    if (isTyping && state.revision !== before.revision) cancel ??= timers.after(PATIENCE, follow);
    else if (cancel === null || state.revision !== before.revision) follow();
  });
  results.subscribe((state, before) => {
    if (cancel !== null && (state.revision !== before.revision || state.status === 'failed')) follow();
  });
  return store;
}

function of({ revision, scenario, request, isExample, shownKey = null }: WorkspaceState): ShownState {
  return { revision, scenario, request, isExample, shownKey };
}
