import { domainRecipes } from './data/domains.data.ts';
import { eventRecipes } from './data/events.data.ts';
import { limitRecipes } from './data/limits.data.ts';
import { logRecipes } from './data/logs.data.ts';
import { otherAccountRecipes } from './data/otherAccounts.data.ts';
import { peopleRecipes } from './data/people.data.ts';
import { secretRecipes } from './data/secrets.data.ts';
import { storageRecipes } from './data/storage.data.ts';
import { theKeyRecipes } from './data/theKey.data.ts';
import type { Recipe } from './recipe.ts';

/** Every recipe, in the order of the list. */
export const recipes: readonly Recipe[] = [
  ...theKeyRecipes,
  ...peopleRecipes,
  ...domainRecipes,
  ...otherAccountRecipes,
  ...logRecipes,
  ...eventRecipes,
  ...storageRecipes,
  ...secretRecipes,
  ...limitRecipes,
];
