import type { Command } from './command.ts';

export const clearFocus: Command = {
  id: 'clear-focus',
  title: 'Let go of the highlight',
  keys: 'Escape',
  whileTyping: false,
  run: (app) => app.focus.getState().clear(),
};
