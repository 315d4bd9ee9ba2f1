import { downloadScenario } from '../download.ts';
import type { Command } from './command.ts';

export const saveScenario: Command = {
  id: 'save-scenario',
  title: 'Download the scenario',
  keys: 'Mod S',
  whileTyping: true,
  run: downloadScenario,
};
