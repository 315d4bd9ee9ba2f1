import type { StudyInput } from '../study.ts';
import { DocumentReader } from '../world/documents.ts';
import { keyOfRecipe } from './keyFacts.ts';
import { previewRecipe, type RecipePreview } from './preview.ts';
import type { Parameter, Recipe, RecipePage } from './recipe.ts';
import { recipes } from './recipes.ts';
import { suits } from './render.ts';
import { type Entered, type Offered, offeredFor } from './values.ts';

/** A recipe as a list and a form show it, for one key of a scenario. */
export interface RecipeOffer extends Pick<Recipe, 'id' | 'chapter' | 'title' | 'purpose' | 'use' | 'avoid'> {
  readonly pages: readonly RecipePage[];
  readonly parameters: readonly (Pick<Parameter, 'name' | 'label' | 'help'> & {
    readonly isList: boolean;
    readonly offered: Offered;
  })[];
  /** Why the key cannot have it; null where it can. */
  readonly unsuited: string | null;
}

/** What is asked about a recipe: for a key of a scenario, with what was entered. */
export interface RecipeQuestion extends StudyInput {
  readonly recipe: string;
  readonly entered: Entered;
}

/** Every recipe, filled with what the scenario has; none where there is no key whose ARN tells its account and Region. */
export function offerRecipes(input: StudyInput): readonly RecipeOffer[] {
  const facts = targetOf(input)?.facts;
  if (facts === undefined) return [];
  return recipes.map((recipe) => {
    const { id, chapter, title, purpose, use, avoid, pages } = recipe;
    const parameters = recipe.parameters.map((parameter) => ({
      name: parameter.name,
      label: parameter.label,
      ...(parameter.help === undefined ? {} : { help: parameter.help }),
      isList: parameter.many === true,
      offered: offeredFor(parameter, input, facts),
    }));
    const unsuited = suits(recipe.keys, facts.traits) ? null : unsuitedSentence(recipe);
    return { id, chapter, title, purpose, use, avoid, pages, parameters, unsuited };
  });
}

/** What applying a recipe would do, with the values entered for it. */
export function askRecipe(question: RecipeQuestion, reader = new DocumentReader()): RecipePreview {
  const recipe = recipes.find(({ id }) => id === question.recipe);
  const target = targetOf(question);
  if (recipe === undefined) return { kind: 'obstacle', message: 'There is no such recipe.' };
  if (target === undefined)
    return { kind: 'obstacle', message: 'The scenario has no key with a whole ARN: enter it in Write, Key.' };
  if (!suits(recipe.keys, target.facts.traits))
    return { kind: 'obstacle', message: unsuitedSentence(recipe) };
  return previewRecipe(recipe, question.entered, question, target, reader);
}

function targetOf({ scenario, key: index = 0 }: StudyInput) {
  const key = scenario.keys[index];
  const facts = key && keyOfRecipe(key);
  return key === undefined || facts === undefined ? undefined : { key, facts };
}

function unsuitedSentence({ keys = [] }: Recipe): string {
  if (keys.includes('multiRegion')) return 'It is for multi-Region keys, and this key is of a single Region.';
  if (keys.includes('signing')) return 'It is for keys that sign, and this key is of another kind.';
  return 'It is for symmetric encryption keys, and this key is of another kind.';
}
