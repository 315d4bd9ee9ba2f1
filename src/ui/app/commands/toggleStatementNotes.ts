import type { Command } from './command.ts';

export const toggleStatementNotes: Command = {
  id: 'toggle-statement-notes',
  title: 'Notes beside statements on or off',
  keys: 'n',
  whileTyping: false,
  run(app) {
    const { statementNotes, set } = app.preferences.getState();
    set({ statementNotes: !statementNotes });
  },
};
