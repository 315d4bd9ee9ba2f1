import type { Json, ScenarioRequest } from '../scenario/scenario.ts';
import type { PlainValue } from '../source/plainValue.ts';
import { fill, fillText, type Values } from './fill.ts';
import type { KeyOfRecipe } from './keyFacts.ts';
import type { ReadyStatement } from './placeStatements.ts';
import type { KeyTrait, Recipe, RecipeRequest, StatementTemplate } from './recipe.ts';

/** An IAM policy with its owner. */
export interface RenderedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly statements: readonly ReadyStatement[];
}

export interface RenderedRequest {
  readonly request: ScenarioRequest;
  readonly expect: RecipeRequest['expect'];
}

/** A recipe with its parameters filled in. */
export interface Rendered {
  readonly keyPolicy: readonly ReadyStatement[];
  readonly policies: readonly RenderedPolicy[];
  readonly requests: readonly RenderedRequest[];
}

/**
 * Fills a recipe in. Values end up as JSON strings whatever is in them, as no text is put together before it is printed.
 *
 * @param values as `readValues` made them
 */
export function render(recipe: Recipe, values: Values, key: KeyOfRecipe): Rendered {
  const { callers } = recipe;
  const owners = callers === undefined ? [] : (values.get(callers.parameter) ?? []);
  return {
    keyPolicy: recipe.keyPolicy.map((statement) => ready(statement, values)),
    policies: owners.map((arn) => ({
      arn,
      name: callers?.name ?? '',
      statements: (callers?.statements ?? []).map((statement) => ready(statement, values)),
    })),
    requests: recipe.requests
      .filter(({ keys }) => suits(keys, key.traits))
      .map((asked) => ({ request: requestOf(asked, values, key), expect: asked.expect })),
  };
}

/** Whether a key is one of those that something is meant for. */
export function suits(keys: readonly KeyTrait[] | undefined, traits: ReadonlySet<KeyTrait>): boolean {
  return keys === undefined || keys.some((trait) => traits.has(trait));
}

function ready({ Sid, Effect, ...elements }: StatementTemplate, values: Values): ReadyStatement {
  const filled = Object.entries(elements).map(([name, value]) => [name, fill(value, values)] as const);
  return { Sid, Effect, ...(Object.fromEntries(filled) as Record<string, PlainValue>) };
}

/** A request is about one value of each list: the first. */
function requestOf(asked: RecipeRequest, values: Values, key: KeyOfRecipe): ScenarioRequest {
  const first: Values = new Map([...values].map(([name, all]) => [name, all.slice(0, 1)]));
  const json = (template: NonNullable<RecipeRequest['parameters']>) =>
    fill(template, first) as Readonly<Record<string, Json>>;
  return {
    name: fillText(asked.name, first)[0] ?? asked.name,
    principal: fillText(asked.principal, first)[0] ?? '',
    action: asked.action,
    resource: key.arn,
    ...(asked.parameters && { parameters: json(asked.parameters) }),
    ...(asked.context && { context: json(asked.context) }),
    ...(asked.viaService && { viaService: fillText(asked.viaService, first)[0] ?? '' }),
  };
}
