import { expect, test } from 'vitest';
import { commands } from './commands.ts';

test('no two commands share an id or a shortcut', () => {
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  expect(new Set(commands.map(({ keys }) => keys.toLowerCase())).size).toBe(commands.length);
});

test('single letters never act while typing', () => {
  const letters = commands.filter(({ keys }) => /^[a-z](\s|$)/i.test(keys));
  expect(letters.length).toBeGreaterThan(0);
  expect(letters.filter(({ whileTyping }) => whileTyping)).toEqual([]);
});
