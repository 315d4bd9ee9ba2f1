import type { StudyInput } from '../study.ts';
import { DocumentReader } from '../world/documents.ts';
import type { RecipePreview } from './preview.ts';
import type { RecipeOffer, RecipeQuestion } from './recipeBook.ts';

/** What can be asked about recipes. */
export interface RecipeCalls {
  /** Every recipe, filled with what the scenario has for the key. */
  offerRecipes(input: StudyInput): Promise<readonly RecipeOffer[]>;
  /** What applying a recipe would do. */
  askRecipe(question: RecipeQuestion): Promise<RecipePreview>;
}

/** Answers from the book of recipes, a file of its own that the first question loads. */
export function lazyRecipes(): RecipeCalls {
  const reader = new DocumentReader();
  const open = async () => import('./recipeBook.ts');
  return {
    offerRecipes: async (input) => (await open()).offerRecipes(input),
    askRecipe: async (question) => (await open()).askRecipe(question, reader),
  };
}
