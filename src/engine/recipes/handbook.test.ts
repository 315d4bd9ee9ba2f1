import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recipeHandbook } from './handbook.ts';

/** The formatter breaks lines and joins short lists; nothing else may differ. */
const words = (text: string) => text.replace(/\s+/g, '');

test('docs/recipes.md is what the recipes say: npm run recipes', () => {
  const page = readFileSync(new URL('../../../docs/recipes.md', import.meta.url), 'utf8');
  expect(words(page)).toBe(words(recipeHandbook()));
});
