import { plain } from '#engine/explain/phrase.ts';
import { exampleKey } from '#engine/recipes/handbook.ts';
import type { Recipe } from '#engine/recipes/recipe.ts';
import { askRecipe, offerRecipes } from '#engine/recipes/recipeBook.ts';
import { recipes } from '#engine/recipes/recipes.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import { nearest } from '#engine/source/nearest.ts';
import { quoted } from '#engine/source/quote.ts';
import { applyEdits } from '#engine/whatIf/edit.ts';
import type { CommandLine } from './commandLine.ts';
import { UnusableInput } from './input.ts';

const request = { principal: 'anonymous', action: 'kms:Decrypt' };

/**
 * `recipe NAME PARAMETER=VALUE…`: the policies of a recipe, and what it would allow and deny for a key without any other statement.
 * Parameters that are left out have their examples. Returns the exit status: 1 where something is not as the recipe means it to be.
 */
export function recipe({ files, json }: CommandLine): number {
  const [name, ...assignments] = files;
  if (name === undefined) {
    process.stdout.write(json ? `${JSON.stringify(recipes.map(row), null, 2)}\n` : listText());
    return 0;
  }
  const found = recipes.find(({ id }) => id === name);
  if (found === undefined) throw new UnusableInput(unknownName(name));
  return print(found, valuesIn(assignments, found), json);
}

function print(found: Recipe, values: ReadonlyMap<string, string>, json: boolean): number {
  const scenario = scenarioFor(found, values.get('key'));
  const input = { scenario, request };
  const offer = offerRecipes(input).find(({ id }) => id === found.id);
  if (offer === undefined) throw new UnusableInput('`key` has to be the ARN of a key.');
  const entered = Object.fromEntries(
    offer.parameters.map(({ name, isList, offered }) => {
      const value = values.get(name) ?? offered.start;
      return [name, isList ? value.split(',') : [value]];
    }),
  );
  const preview = askRecipe({ ...input, recipe: found.id, entered });
  if (preview.kind === 'problems') {
    const lines = preview.problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new UnusableInput(lines.join('\n'));
  }
  if (preview.kind === 'obstacle') throw new UnusableInput(preview.message);
  const documents = policiesOf(applyEdits(input, preview.edits).scenario);
  const expected = preview.expected.map(({ name, expect, ok, decision, sentence }) => ({
    name,
    expect,
    ok,
    decision: decision ?? null,
    sentence: plain(sentence),
  }));
  if (json) {
    const policies = documents.map(({ of, text }) => ({ of, policy: JSON.parse(text) as unknown }));
    process.stdout.write(`${JSON.stringify({ policies, requests: expected }, null, 2)}\n`);
  } else {
    const texts = documents.map(({ of, text }) => `${of}:\n${text}\n`);
    const lines = expected.map(
      ({ name, ok, decision }) => `${ok ? '✓' : '✗'} ${name}: ${decision ?? 'cannot be asked'}`,
    );
    process.stdout.write(`${[...texts, ...lines].join('\n')}\n`);
  }
  return expected.every(({ ok }) => ok) ? 0 : 1;
}

function policiesOf({
  keys,
  identities,
}: Scenario): readonly { readonly of: string; readonly text: string }[] {
  return [
    ...keys.map(({ policy }) => ({ of: 'key policy', text: policy.text })),
    ...identities.flatMap(({ arn, policies = [] }) =>
      policies.map(({ document }) => ({ of: arn, text: document.text })),
    ),
  ];
}

function valuesIn(assignments: readonly string[], { id, parameters }: Recipe): ReadonlyMap<string, string> {
  const known = ['key', ...parameters.map(({ name }) => name)];
  return new Map(
    assignments.map((assignment) => {
      const at = assignment.indexOf('=');
      const name = assignment.slice(0, Math.max(0, at));
      if (!known.includes(name)) {
        throw new UnusableInput(
          `${quoted(assignment)} is no value of ${quoted(id)}: write \`PARAMETER=VALUE\` with one of ${known.join(', ')}.`,
        );
      }
      return [name, assignment.slice(at + 1)] as const;
    }),
  );
}

function scenarioFor(found: Recipe, arn: string | undefined): Scenario {
  return {
    accounts: [],
    organizationPolicies: [],
    keys: [exampleKey(found, arn)],
    resources: [],
    identities: [],
    vpcEndpoints: [],
    requests: [],
  };
}

function row({ id, title, purpose, parameters }: Recipe) {
  return { id, title, purpose, parameters: parameters.map(({ name }) => name) };
}

function listText(): string {
  const widest = Math.max(...recipes.map(({ id }) => id.length));
  return `${recipes.map(({ id, title }) => `${id.padEnd(widest)}  ${title}`).join('\n')}\n`;
}

function unknownName(name: string): string {
  const likely = nearest(
    name,
    recipes.map(({ id }) => id),
  );
  const hint =
    likely === undefined ? 'Without a name, `recipe` lists them.' : `Did you mean ${quoted(likely)}?`;
  return `There is no recipe ${quoted(name)}. ${hint}`;
}
