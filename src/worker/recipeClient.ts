import type { RecipePreview } from '#engine/recipes/preview.ts';
import type { RecipeOffer, RecipeQuestion } from '#engine/recipes/recipeBook.ts';
import type { StudyInput } from '#engine/study.ts';
import { type BesideCall, besideCalls } from './besideCalls.ts';
import type { EngineSupervisor } from './supervisor.ts';

/** What a form asks about recipes. */
export interface RecipeClient {
  readonly offer: BesideCall<[StudyInput], readonly RecipeOffer[]>;
  readonly ask: BesideCall<[RecipeQuestion], RecipePreview>;
}

export function createRecipeClient(supervisor: EngineSupervisor, isClosed: () => boolean): RecipeClient {
  const beside = besideCalls(supervisor, isClosed);
  return {
    offer: beside(async (engine, input) => engine.offerRecipes(input)),
    ask: beside(async (engine, question) => engine.askRecipe(question)),
  };
}
