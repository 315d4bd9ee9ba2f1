import type { Command } from './command.ts';

export const addFromRecipe: Command = {
  id: 'add-from-recipe',
  title: 'Add statements from a recipe',
  keys: 'r',
  whileTyping: false,
  run: (app) => app.recipes.getState().open(),
};
