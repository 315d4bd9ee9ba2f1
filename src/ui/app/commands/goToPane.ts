import type { App, Pane } from '#state/app.ts';
import { paneElementId } from '#kit/framePanes.ts';
import type { Command } from './command.ts';

const titles: Readonly<Record<Pane, string>> = { write: 'Go to Write', see: 'Go to See', ask: 'Go to Ask' };
const order: readonly Pane[] = ['write', 'see', 'ask'];

export const goToPane: readonly Command[] = order.map((pane) => ({
  id: `go-to-${pane}`,
  title: titles[pane],
  keys: `g then ${pane === 'ask' ? 'a' : pane.charAt(0)}`,
  whileTyping: false,
  run: (app) => enter(app, pane),
}));

export const nextPane: Command = {
  id: 'next-pane',
  title: 'Next pane',
  keys: 'F6',
  whileTyping: true,
  run: (app) => step(app, 1),
};

export const previousPane: Command = {
  id: 'previous-pane',
  title: 'Previous pane',
  keys: 'Shift F6',
  whileTyping: true,
  run: (app) => step(app, -1),
};

function step(app: App, by: 1 | -1): void {
  const at = order.findIndex((pane) =>
    document.getElementById(paneElementId(pane))?.contains(document.activeElement),
  );
  const from = at < 0 && by < 0 ? order.length : at;
  const next = order[(from + by + order.length) % order.length];
  if (next !== undefined) enter(app, next);
}

/** Shows the pane where only some fit, and moves the keyboard there once it is drawn. */
function enter(app: App, pane: Pane): void {
  app.preferences.getState().set({ pane });
  requestAnimationFrame(() => document.getElementById(paneElementId(pane))?.focus());
}
