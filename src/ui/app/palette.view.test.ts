import { expect, test } from 'vitest';
import { commands } from './commands/commands.ts';
import { paletteGroups } from './palette.view.ts';

const offer = { id: 's3', title: 'S3', purpose: 'Objects', unsuited: null };

test('the palette has every command but itself, with its keys, and the recipes that suit the key', () => {
  const groups = paletteGroups(commands, [offer, { ...offer, id: 'sign', unsuited: 'It signs nothing.' }]);
  expect(groups.map(({ title }) => title)).toEqual(['Commands', 'Recipes']);
  expect(groups[0]?.items).toHaveLength(commands.length - 1);
  expect(groups[0]?.items).toContainEqual({
    id: 'save-scenario',
    text: 'Download the scenario',
    shortcut: 'Mod S',
  });
  expect(groups[1]?.items).toEqual([{ id: 'recipe s3', text: 'S3', secondary: 'Objects' }]);
  expect(paletteGroups(commands, []).map(({ title }) => title)).toEqual(['Commands']);
});
