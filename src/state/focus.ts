import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SourceSpan } from '#engine/source/span.ts';
import type { Focus, FocusActions, FocusState, WorkspaceState } from './app.ts';
import { editBetween, followEdit } from './followEdit.ts';
import { documentsOf } from '#engine/scenario/mapDocuments.ts';
import type { WorkspaceStore } from './workspace.ts';

export type FocusStore = StoreApi<FocusState & FocusActions>;

/** The one focus. Hovering shows something else for a moment; what is pinned comes back when the pointer leaves. */
export function createFocus(): FocusStore {
  let pinned: Focus | null = null;
  return createStore<FocusState & FocusActions>()((set) => ({
    focus: null,
    pin(focus) {
      pinned = { ...focus, pinned: true };
      set({ focus: pinned });
    },
    hover(focus) {
      set({ focus: focus === null ? pinned : { ...focus, pinned: false } });
    },
    clear() {
      pinned = null;
      set({ focus: null });
    },
  }));
}

/** Lets the pinned focus move along with the text it stands in. Typing ends a hover; other work ends every focus. */
export function keepFocusInPlace(focus: FocusStore, workspace: WorkspaceStore): void {
  workspace.subscribe((state, before) => {
    if (state.revision === before.revision) return;
    const actions = focus.getState();
    actions.hover(null);
    const pinned = focus.getState().focus;
    if (pinned === null) return;
    const otherWork = state.previous !== before.previous;
    const spans = otherWork ? [] : moved(pinned.spans, before, state);
    if (otherWork || spans.length < Math.min(pinned.spans.length, 1)) actions.clear();
    else if (spans.some((span, index) => span !== pinned.spans[index])) actions.pin({ ...pinned, spans });
  });
}

function moved(
  spans: readonly SourceSpan[],
  before: WorkspaceState,
  after: WorkspaceState,
): readonly SourceSpan[] {
  const old = textsOf(before);
  const now = textsOf(after);
  return spans.flatMap((span) => {
    const [was, is] = [old.get(span.text), now.get(span.text)];
    if (was === undefined || is === undefined) return [];
    const next = was === is ? span : followEdit(span, editBetween(was, is));
    return next ?? [];
  });
}

function textsOf({ scenario, request }: WorkspaceState): ReadonlyMap<string, string> {
  const documents = [...documentsOf(scenario), ...(request.session?.policies ?? [])];
  return new Map(documents.map((document) => [document.id, document.text]));
}
