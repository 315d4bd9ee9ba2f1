import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useAnnounce } from '#kit/Announcer.tsx';
import { paneElementId } from '#kit/framePanes.ts';
import type { App } from '#state/app.ts';
import type { Room } from './room.ts';

/** How long the pointer rests on something before it is highlighted. */
const whisper = 120;

export function useRoom(app: App): Room {
  const scenario = useStore(app.workspace, (state) => state.scenario);
  const announce = useAnnounce();
  const hand = useMemo(() => createHand(app), [app]);
  useEffect(() => hand.leave, [hand]);
  return useMemo(
    () => ({
      app,
      scenario,
      pin: hand.pin,
      hover: hand.hover,
      ask(request) {
        app.workspace.getState().setRequest(request);
        app.preferences.getState().set({ pane: 'ask' });
        app.address.getState().goTo({ room: 'design' });
        announce(`Asked: can ${request.principal} do ${request.action}?`);
        requestAnimationFrame(() => document.getElementById(paneElementId('ask'))?.focus());
      },
    }),
    [app, scenario, hand, announce],
  );
}

function createHand(app: App): Pick<Room, 'pin' | 'hover'> & { readonly leave: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHovering = false;
  const leave = () => {
    clearTimeout(timer);
    if (isHovering) app.focus.getState().hover(null);
    isHovering = false;
  };
  return {
    leave,
    pin(label, spans) {
      clearTimeout(timer);
      isHovering = false;
      app.focus.getState().pin({ label, spans, from: 'prove' });
    },
    hover(label, spans) {
      leave();
      if (spans === null || spans.length === 0) return;
      timer = setTimeout(() => {
        isHovering = true;
        app.focus.getState().hover({ label, spans, from: 'prove' });
      }, whisper);
    },
  };
}
