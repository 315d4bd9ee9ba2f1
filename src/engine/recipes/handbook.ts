import type { ScenarioKey } from '../scenario/scenario.ts';
import { textIds } from '../scenario/textIds.ts';
import { fillText } from './fill.ts';
import { keyOfRecipe, type KeyOfRecipe } from './keyFacts.ts';
import { parameterTypes } from './parameterTypes.ts';
import { placeStatements, type ReadyStatement } from './placeStatements.ts';
import { chapters, type Recipe } from './recipe.ts';
import { recipes } from './recipes.ts';
import { render } from './render.ts';
import { factsOf, readValues } from './values.ts';

const ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A key that a recipe is for, as an example: one without a policy. */
export function exampleKey({ keys = [] }: Pick<Recipe, 'keys'>, arn = ARN): ScenarioKey {
  const metadata = keys.includes('multiRegion')
    ? { MultiRegion: true }
    : keys.includes('signing')
      ? { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }
      : {};
  return { arn, metadata, policy: { id: textIds.keyPolicy(arn, 0), text: '' } };
}

/**
 * All recipes as a page of Markdown, made of the recipes themselves: the statements are those the app writes for a key of AWS's example
 * account, with each parameter's example.
 */
export function recipeHandbook(): string {
  const parts = chapters.flatMap((chapter) => [
    `## ${chapter}`,
    ...recipes.filter((recipe) => recipe.chapter === chapter).flatMap(recipeText),
  ]);
  return `${[...introduction, ...parts].join('\n\n')}\n`;
}

const introduction = [
  '# Recipes',
  'Statements for what people need of a KMS key. In the app they stand behind “Recipe” in Write and `Ctrl K`; there the values come from the scenario, and what they allow and deny is answered before they are added. This page is generated from the recipes (`npm run recipes`), with examples in place of values; `npm run --silent keyway -- recipe NAME PARAMETER=VALUE…` prints one with yours.',
  'Every request below is a test: what is allowed is not allowed without the recipe, and what is denied would be allowed if the statements were any wider.',
];

function recipeText(recipe: Recipe): readonly string[] {
  const facts = keyOfRecipe(exampleKey(recipe));
  if (facts === undefined) return [];
  const { keyPolicy, policies, requests } = rendered(recipe, facts);
  const pages = recipe.pages.map(({ title, url }) => `[${title}](${url})`).join(', ');
  return [
    `### ${recipe.title}`,
    `\`${recipe.id}\`. ${recipe.purpose} ${recipe.use} ${recipe.avoid}`,
    `AWS’s pages: ${pages}.`,
    ...(recipe.parameters.length === 0 ? [] : [parameterLines(recipe, facts)]),
    'In the key policy:',
    block(keyPolicy),
    ...policies.flatMap(({ arn, statements }) => [`In an IAM policy of \`${arn}\`:`, block(statements)]),
    requests.map(({ request, expect }) => `- ${request.name ?? request.action}: ${words[expect]}`).join('\n'),
  ];
}

const words = { allowed: 'allowed', denied: 'denied', unchanged: 'as without the recipe' } as const;

function rendered(recipe: Recipe, facts: KeyOfRecipe) {
  const entered = Object.fromEntries(
    recipe.parameters.map(({ name, example }) => [name, fillText(example, factsOf(facts))]),
  );
  const read = readValues(recipe, entered, facts);
  if ('problems' in read) throw new Error(`An example of ${recipe.id} does not fit.`);
  return render(recipe, read.values, facts);
}

function parameterLines({ parameters }: Recipe, facts: KeyOfRecipe): string {
  return parameters
    .map(({ name, label, type, many, example, help }) => {
      const what = `${parameterTypes[type].what}${many === true ? ', one or several' : ''}`;
      const more = help === undefined ? '' : ` ${help}`;
      return `- \`${name}\` (${label}): ${what}, such as \`${fillText(example, factsOf(facts))[0] ?? ''}\`.${more}`;
    })
    .join('\n');
}

function block(statements: readonly ReadyStatement[]): string {
  return `\`\`\`json\n${placeStatements({ id: '', text: '' }, statements)?.text ?? ''}\n\`\`\``;
}
