import type { Command } from './command.ts';

export const toggleSeeView: Command = {
  id: 'toggle-see-view',
  title: 'See as table or graph',
  keys: 't',
  whileTyping: false,
  run(app) {
    const { seeView, set } = app.preferences.getState();
    set({ seeView: seeView === 'graph' ? 'table' : 'graph' });
  },
};
