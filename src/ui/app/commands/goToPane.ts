import type { PaneId } from '#kit/AppFrame.tsx';
import { paneElementId } from '#kit/framePanes.ts';
import type { App } from '#state/app.ts';
import { showPane } from '../showPane.ts';
import type { Command } from './command.ts';

const order: readonly PaneId[] = ['guide', 'write', 'see', 'ask', 'prove'];

export const goToPane: readonly Command[] = [
  goTo('write', 'Go to Write', 'w'),
  goTo('see', 'Go to See', 's'),
  goTo('ask', 'Go to Ask', 'a'),
  goTo('prove', 'Go to Prove', 'p'),
  {
    id: 'go-to-design',
    title: 'Go to Design',
    keys: 'g then d',
    whileTyping: false,
    run: (app) => enter(app, designPane(app)),
  },
];

function goTo(pane: PaneId, title: string, key: string): Command {
  return {
    id: `go-to-${pane}`,
    title,
    keys: `g then ${key}`,
    whileTyping: false,
    run: (app) => enter(app, pane),
  };
}

/** Write is in every room: of Design's own panes the one looked at last. */
function designPane(app: App): PaneId {
  const { pane } = app.preferences.getState();
  return pane === 'write' ? 'ask' : pane;
}

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
  const present = order.filter((pane) => document.getElementById(paneElementId(pane)) !== null);
  const at = present.findIndex((pane) =>
    document.getElementById(paneElementId(pane))?.contains(document.activeElement),
  );
  const from = at < 0 && by < 0 ? present.length : at;
  const next = present[(from + by + present.length) % present.length];
  if (next !== undefined) enter(app, next);
}

/** Shows the pane where only some fit, and moves the keyboard there once it is drawn. */
function enter(app: App, pane: PaneId): void {
  showPane(app, pane);
  requestAnimationFrame(() => document.getElementById(paneElementId(pane))?.focus());
}
