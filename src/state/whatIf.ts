import { createStore, type StoreApi } from 'zustand/vanilla';
import { plain } from '#engine/explain/phrase.ts';
import type { StudyInput } from '#engine/study.ts';
import type { WhatIf } from '#engine/whatIf/whatIf.ts';
import type { Timers } from '#worker/timers.ts';
import type { WhatIfActions, WhatIfState } from './app.ts';
import type { ChangesStore } from './changes.ts';
import type { ResultsStore } from './results.ts';
import type { WorkspaceStore } from './workspace.ts';

export type WhatIfStore = StoreApi<WhatIfState & WhatIfActions>;

/** How long nothing may change before the engine is asked what would: somebody who types is not kept waiting for it. */
const PAUSE = 300;

export interface WhatIfOptions {
  readonly workspace: WorkspaceStore;
  readonly changes: ChangesStore;
  readonly results: ResultsStore;
  readonly timers: Timers;
  /** The workspace as the engine is given it. */
  readonly input: () => StudyInput;
  readonly ask: (input: StudyInput) => Promise<WhatIf | null>;
}

/** What would turn the answer, asked for when an answer has stood for a moment. A failure leaves the list as it is: empty. */
export function createWhatIf({
  workspace,
  changes,
  results,
  timers,
  input,
  ask,
}: WhatIfOptions): WhatIfStore {
  const isCurrent = (revision: number): boolean => workspace.getState().revision === revision;
  const store = createStore<WhatIfState & WhatIfActions>()((_, get) => ({
    revision: 0,
    whatIf: null,
    apply({ text, edits }) {
      changes.getState().apply({ sentence: plain(text), from: 'ask', edits }, get().revision);
    },
  }));
  let cancel: () => void = () => {};
  let asked = 0;

  async function look(revision: number): Promise<void> {
    if (!isCurrent(revision)) return;
    asked = revision;
    try {
      const whatIf = await ask(input());
      if (whatIf !== null && isCurrent(revision)) store.setState({ revision, whatIf });
    } catch {
      // The engine's own troubles are reported where they concern the answer; there is nothing to add here.
    }
  }

  results.subscribe(({ status, revision }) => {
    if (status !== 'ready' || revision === asked || !isCurrent(revision)) return;
    cancel();
    cancel = timers.after(PAUSE, () => void look(revision));
  });
  return store;
}
