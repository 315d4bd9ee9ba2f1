import { useCallback, useEffect, useState } from 'react';
import type { SourceSpan } from '#engine/source/span.ts';
import type { App, Focus } from '#state/app.ts';
import { findWritable } from './documents.ts';
import type { DocumentPlace } from './documents.ts';
import type { GoTo } from './goTo.ts';
import { isNewPin } from './write.view.ts';

/** The place another room just pinned; a new object each time, so that the same place can be asked for twice. */
export interface RevealRequest {
  readonly span: SourceSpan;
  /** The caret goes there, too. */
  readonly takesCaret?: true;
}

export interface Reveal {
  readonly request: RevealRequest | null;
  /** Opens the text a place is in and puts the caret there. */
  readonly goTo: GoTo;
}

/**
 * Follows what other rooms pin: opens the text it stands in and hands out the place to bring into view. Hovering moves
 * nothing, and neither does a pin set here. Also goes where this room itself wants to go.
 */
export function useReveal(app: App): Reveal {
  const [request, setRequest] = useState<RevealRequest | null>(null);
  useEffect(() => {
    let pinned: Focus | null = null;
    let revision = app.workspace.getState().revision;
    const follow = (focus: Focus | null) => {
      if (focus !== null && !focus.pinned) return;
      const isNew = isNewPin(pinned, focus, app.workspace.getState().revision !== revision);
      pinned = focus;
      const span = focus?.spans[0];
      if (!isNew || span === undefined || focus?.from === 'write' || !open(app, span)) return;
      setRequest({ span });
    };
    follow(app.focus.getState().focus);
    const stopFocus = app.focus.subscribe(({ focus }) => follow(focus));
    // Told after the focus was moved along with the text, so an edit before a pin is not taken for the cause of the pin.
    const stopText = app.workspace.subscribe((state) => {
      revision = state.revision;
    });
    return () => {
      stopFocus();
      stopText();
    };
  }, [app]);
  const goTo = useCallback(
    (span: SourceSpan) => {
      if (open(app, span)) setRequest({ span, takesCaret: true });
    },
    [app],
  );
  return { request, goTo };
}

/** With several keys: the one whose policy or grants it is. */
function showKeyOf(app: App, place: DocumentPlace): void {
  if (place.kind !== 'keyPolicy' && place.kind !== 'grants') return;
  const key = app.workspace.getState().scenario.keys[place.index];
  if (key !== undefined) app.workspace.getState().showKey(key.policy.id);
}

/** Opens the text a place stands in. False where it is none of this room's. */
function open(app: App, span: SourceSpan): boolean {
  const target = findWritable(app.workspace.getState(), span.text);
  if (target === undefined) return false;
  const { set, open: openIn } = app.preferences.getState();
  if (target.tab === 'keyPolicy' || target.tab === 'grants') {
    showKeyOf(app, target.place);
    set({ writeTab: target.tab });
  } else openIn(target.tab, target.id);
  return true;
}
