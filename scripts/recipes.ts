import { writeFileSync } from 'node:fs';
import { recipeHandbook } from '#engine/recipes/handbook.ts';

/** Writes docs/recipes.md anew from the recipes; the formatter, which runs after it, wraps the lines. */
writeFileSync(new URL('../docs/recipes.md', import.meta.url), recipeHandbook());
