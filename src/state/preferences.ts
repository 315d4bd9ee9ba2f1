import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PreferencesActions, PreferencesState } from './app.ts';

export type PreferencesStore = StoreApi<PreferencesState & PreferencesActions>;

const DEFAULTS: PreferencesState = {
  theme: 'system',
  seeView: 'graph',
  writeTab: 'keyPolicy',
  // The answer first, where there is room for little.
  pane: 'ask',
  statementNotes: true,
  plainEditor: false,
  openDocuments: { identities: null, organization: null, resources: null },
};

/** The settings, with what was saved of them. */
export function createPreferences(saved: Partial<PreferencesState> | null = null): PreferencesStore {
  return createStore<PreferencesState & PreferencesActions>()((set) => ({
    ...preferencesOf({ ...DEFAULTS }, saved ?? {}),
    set: (change) => set(change),
    open(writeTab, id) {
      set(({ openDocuments }) => ({ writeTab, openDocuments: { ...openDocuments, [writeTab]: id } }));
    },
  }));
}

/** The settings alone; those that `over` gives count instead. */
export function preferencesOf(
  state: PreferencesState,
  over: Partial<PreferencesState> = {},
): PreferencesState {
  return {
    theme: over.theme ?? state.theme,
    seeView: over.seeView ?? state.seeView,
    writeTab: over.writeTab ?? state.writeTab,
    pane: over.pane ?? state.pane,
    statementNotes: over.statementNotes ?? state.statementNotes,
    plainEditor: over.plainEditor ?? state.plainEditor,
    openDocuments: { ...state.openDocuments, ...over.openDocuments },
  };
}
