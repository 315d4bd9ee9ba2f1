import type { PaneId } from '#kit/AppFrame.tsx';
import type { App } from '#state/app.ts';

/** Brings a pane into view, and with it the room it belongs to; Write belongs to all. */
export function showPane(app: App, pane: PaneId): void {
  const { room, goTo } = app.address.getState();
  const { set, pane: last } = app.preferences.getState();
  switch (pane) {
    case 'guide':
      return;
    case 'write':
      set({ pane });
      return;
    case 'prove':
      // Which of the two is in front is told by the pane of Design, as long as that is not Write.
      if (last === 'write') set({ pane: 'ask' });
      if (room !== 'prove') goTo({ room: 'prove' });
      return;
    default:
      set({ pane });
      if (room !== 'design') goTo({ room: 'design' });
  }
}
