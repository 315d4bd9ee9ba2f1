import { palette } from '../palette.ts';
import type { Command } from './command.ts';

export const openPalette: Command = {
  id: 'open-palette',
  title: 'Search commands and recipes',
  keys: 'Mod K',
  whileTyping: true,
  beforeEditors: true,
  run: () => palette.setState({ isOpen: true }),
};
