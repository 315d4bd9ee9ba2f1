import { addFromRecipe } from './addFromRecipe.ts';
import { clearFocus } from './clearFocus.ts';
import type { Command } from './command.ts';
import { goToPane, nextPane, previousPane } from './goToPane.ts';
import { openPalette } from './openPalette.ts';
import { saveScenario } from './saveScenario.ts';
import { toggleSeeView } from './toggleSeeView.ts';
import { toggleStatementNotes } from './toggleStatementNotes.ts';

/** Every command of the app, in the order the help lists them. */
export const commands: readonly Command[] = [
  openPalette,
  nextPane,
  previousPane,
  ...goToPane,
  toggleSeeView,
  toggleStatementNotes,
  addFromRecipe,
  clearFocus,
  saveScenario,
];
