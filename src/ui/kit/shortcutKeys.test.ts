import { expect, test } from 'vitest';
import { shortcutKeys } from './shortcutKeys.ts';

test.each([
  ['Mod K', false, ['Ctrl', 'K']],
  ['Mod K', true, ['⌘', 'K']],
  ['Shift F6', true, ['⇧', 'F6']],
  ['Shift F6', false, ['Shift', 'F6']],
  ['g then w', false, ['g', 'then', 'w']],
])('%s on a Mac: %s', (keys, isMac, caps) => {
  expect(shortcutKeys(keys, isMac)).toEqual(caps);
});
