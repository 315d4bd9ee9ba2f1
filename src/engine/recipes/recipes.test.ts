import { describe, expect, test } from 'vitest';
import { Linter } from '../lint/linter.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { applyEdits } from '../whatIf/edit.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { DocumentReader } from '../world/documents.ts';
import { keyOfRecipe } from './keyFacts.ts';
import { expectationOf, previewRecipe, type RecipePreview } from './preview.ts';
import type { Recipe, StatementTemplate } from './recipe.ts';
import { recipes } from './recipes.ts';
import { render } from './render.ts';
import {
  DELEGATION,
  EVERYTHING,
  keyOf,
  keysByKind,
  kindsFor,
  NOTHING,
  scenarioWith,
} from './testing/keys.ts';
import { factsOf, offeredFor, readValues } from './values.ts';

const request = { principal: 'anonymous', action: 'kms:Decrypt' };
const cases = recipes.flatMap((recipe) =>
  kindsFor(recipe).map((kind) => [`${recipe.id} for a key of kind ${kind}`, recipe, kind] as const),
);
const denies = (recipe: Recipe) => recipe.keyPolicy.some(({ Effect }) => Effect === 'Deny');

function situation(recipe: Recipe, kind: string) {
  const key = keyOf(keysByKind[kind] ?? {}, denies(recipe) ? EVERYTHING : NOTHING);
  const facts = keyOfRecipe(key);
  if (facts === undefined) throw new Error('The key of this test has no ARN.');
  const scenario = scenarioWith(key);
  const entered = Object.fromEntries(
    recipe.parameters.map((parameter) => [
      parameter.name,
      [
        offeredFor(
          parameter,
          { scenario: scenarioWith({ ...key, policy: { id: 'key', text: '' } }), request },
          facts,
        ).start,
      ],
    ]),
  );
  return { key, facts, scenario, entered };
}

function ready(preview: RecipePreview): Extract<RecipePreview, { kind: 'ready' }> {
  if (preview.kind !== 'ready') throw new Error(JSON.stringify(preview));
  return preview;
}

function tried(recipe: Recipe, kind: string, scenario?: Scenario) {
  const { key, facts, entered, scenario: fresh } = situation(recipe, kind);
  const input = { scenario: scenario ?? fresh, request };
  const target = { key: input.scenario.keys[0] ?? key, facts };
  return { input, preview: ready(previewRecipe(recipe, entered, input, target, new DocumentReader())) };
}

describe.each(cases)('%s', (_, recipe, kind) => {
  const { input, preview } = tried(recipe, kind);
  const after = applyEdits(input, preview.edits).scenario;

  test('comes out as it means to', () => {
    expect(preview.expected.filter(({ ok }) => !ok)).toEqual([]);
    expect(preview.expected.some(({ expect: wanted }) => wanted === 'denied')).toBe(true);
    expect(preview.expected.some(({ expect: wanted }) => wanted !== 'denied')).toBe(true);
  });

  test('renders documents without a problem', () => {
    const world = buildWorld(after, new DocumentReader(), undefined);
    expect(world.documents.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  test('is needed for what it allows, and what it denies is denied by it', () => {
    const { facts, entered, scenario } = situation(recipe, kind);
    const read = readValues(recipe, entered, facts);
    if ('problems' in read) throw new Error('The examples of a recipe fit.');
    const without = buildWorld(scenario, new DocumentReader(), undefined);
    const widened = widenings(recipe).map((wider) => {
      const { preview: wide, input: before } = tried(wider, kind);
      return buildWorld(applyEdits(before, wide.edits).scenario, new DocumentReader(), undefined);
    });
    const idle = render(recipe, read.values, facts).requests.filter((asked) => {
      const met = (world: typeof without) => expectationOf(asked, without, world).ok;
      if (asked.expect === 'allowed' || denies(recipe)) {
        // What a limit must leave alone is caught by the limit as soon as its conditions are gone.
        const others = asked.expect === 'unchanged' ? widened : [without];
        return others.every(met);
      }
      return widened.every(met);
    });
    expect(idle.map(({ request: { name } }) => name)).toEqual([]);
  });

  test('applied twice is applied once', () => {
    const again = tried(recipe, kind, after).preview;
    expect(again.edits).toEqual([]);
    expect(again.expected.filter(({ expect: wanted, ok }) => wanted !== 'unchanged' && !ok)).toEqual([]);
  });
});

describe('the book', () => {
  test('names each recipe once, and rests on pages of AWS', () => {
    expect(new Set(recipes.map(({ id }) => id)).size).toBe(recipes.length);
    expect(new Set(recipes.map(({ title }) => title)).size).toBe(recipes.length);
    for (const { pages } of recipes)
      for (const { url } of pages) expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/);
  });

  test.each(recipes.map((recipe) => [recipe.id, recipe] as const))(
    '%s uses every parameter, and nothing else',
    (_, recipe) => {
      const { key } = situation(recipe, 'symmetric');
      const facts = keyOfRecipe(key);
      const places = [
        ...JSON.stringify([recipe.keyPolicy, recipe.callers, recipe.requests]).matchAll(/<([\w.]+)>/g),
      ];
      const used = new Set(places.map(([, name = '']) => name));
      const known = new Set([
        ...recipe.parameters.flatMap(({ name }) =>
          ['', '.account', '.region', '.sample'].map((part) => name + part),
        ),
        ...(facts === undefined ? [] : factsOf(facts).keys()),
      ]);
      expect([...used].filter((name) => !known.has(name))).toEqual([]);
      const named = [...used].map((name) => name.split('.')[0]);
      expect(recipe.parameters.filter(({ name }) => !named.includes(name))).toEqual([]);
    },
  );

  test.each(cases.filter(([, { id }]) => id !== 'iam-policies'))(
    '%s leaves lint nothing to say',
    (_, recipe, kind) => {
      const key = keyOf(keysByKind[kind] ?? {}, DELEGATION);
      const { preview, input } = tried(recipe, kind, scenarioWith(key));
      const world = buildWorld(applyEdits(input, preview.edits).scenario, new DocumentReader(), undefined);
      expect(new Linter().lint(world).map(({ about, message }) => `${about}: ${message}`)).toEqual([]);
    },
  );
});

/** A recipe that says less than it should, in each of the ways in which one can. */
function widenings(recipe: Recipe): readonly Recipe[] {
  const each = (change: (statement: StatementTemplate) => StatementTemplate): Recipe => ({
    ...recipe,
    keyPolicy: recipe.keyPolicy.map(change),
    ...(recipe.callers && {
      callers: { ...recipe.callers, statements: recipe.callers.statements.map(change) },
    }),
  });
  return [
    each(withoutConditions),
    each((statement) => ({ ...statement, Action: 'kms:*' })),
    each((statement) => (statement.Principal === undefined ? statement : { ...statement, Principal: '*' })),
    // A limit without its conditions says `{"AWS": "*"}`, and that is no service (KMS-180).
    ...(denies(recipe) ? [each((statement) => ({ ...withoutConditions(statement), Principal: '*' }))] : []),
  ];
}

function withoutConditions({ Condition: _condition, ...statement }: StatementTemplate): StatementTemplate {
  return statement;
}
