import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Edit } from '#engine/whatIf/edit.ts';
import type { Snapshot } from './app.ts';
import type { WorkspaceStore } from './workspace.ts';

/** A change the app offered, made at a press. */
export interface AppliedChange {
  /** What was done: "Added 2 statements to the key policy." */
  readonly sentence: string;
  /** Where it was offered, which is where its way back stands. */
  readonly from: 'ask' | 'write';
  readonly before: Snapshot;
  /** The revision it made. */
  readonly revision: number;
}

export interface ChangesState {
  /** The change applied last, as long as nothing else changed since. */
  readonly applied: AppliedChange | null;
}

export interface ChangesActions {
  /** Makes edits that were offered for this revision; nothing happens where the workspace is another by now. */
  readonly apply: (
    change: Pick<AppliedChange, 'sentence' | 'from'> & { readonly edits: readonly Edit[] },
    offeredFor: number,
  ) => void;
  /** Takes the change applied last back. */
  readonly undo: () => void;
  /** Says no more of it. */
  readonly dismiss: () => void;
}

export type ChangesStore = StoreApi<ChangesState & ChangesActions>;

/** The one way in which offered edits are made and taken back, whoever offers them. */
export function createChanges(workspace: WorkspaceStore): ChangesStore {
  const store = createStore<ChangesState & ChangesActions>()((set, get) => ({
    applied: null,
    apply({ sentence, from, edits }, offeredFor) {
      const { revision, scenario, request, applyEdits } = workspace.getState();
      if (offeredFor !== revision) return;
      applyEdits(edits);
      const before = { scenario, request };
      set({ applied: { sentence, from, before, revision: workspace.getState().revision } });
    },
    undo() {
      const { applied } = get();
      set({ applied: null });
      if (applied !== null && workspace.getState().revision === applied.revision)
        workspace.getState().restore(applied.before);
    },
    dismiss() {
      set({ applied: null });
    },
  }));
  workspace.subscribe(({ revision }) => {
    const { applied } = store.getState();
    if (applied !== null && applied.revision < revision) store.setState({ applied: null });
  });
  return store;
}
