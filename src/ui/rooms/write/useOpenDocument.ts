import { useStore } from 'zustand';
import type { App, ListTab } from '#state/app.ts';
import { findWritable } from './documents.ts';
import type { WritableDocument } from './documents.ts';

/** The document a list of this room has open; null while it shows the list. */
export function useOpenDocument(app: App, tab: ListTab): WritableDocument | null {
  const open = useStore(app.preferences, (state) => state.openDocuments[tab]);
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const request = useStore(app.workspace, (state) => state.request);
  const found = findWritable({ scenario, request }, open);
  return found?.tab === tab ? found : null;
}
