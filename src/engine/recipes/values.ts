import type { Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { quoted } from '../source/quote.ts';
import { accountOf } from '../vocabulary/arn.ts';
import { fillText, type Values } from './fill.ts';
import { found } from './found.ts';
import type { KeyOfRecipe } from './keyFacts.ts';
import { LONGEST_VALUE, parameterTypes } from './parameterTypes.ts';
import type { Parameter, Recipe } from './recipe.ts';

/** What somebody entered, by the parameter's name. */
export type Entered = Readonly<Record<string, readonly string[]>>;

/** What is wrong with one value of a parameter, where it stands in its list. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly index: number;
  /** One sentence that says how a value looks. */
  readonly message: string;
}

/** At most so many values of one parameter: more belong into a condition. */
const MOST_VALUES = 50;

/** What a form offers for a parameter. */
export interface Offered {
  /** Values of the scenario that fit, the likeliest first. */
  readonly suggestions: readonly string[];
  /** What the field holds at first. */
  readonly start: string;
  /** Nothing in the scenario fits: `start` is made up, and to be replaced. */
  readonly isExample: boolean;
}

/** Values for a parameter from the scenario, and an example where it has none. */
export function offeredFor(
  parameter: Parameter,
  situation: { readonly scenario: Scenario; readonly request: ScenarioRequest },
  key: KeyOfRecipe,
): Offered {
  const suggestions = found(parameter.type, situation).filter(
    (value) => problemOf(parameter, value, key) === undefined,
  );
  const [first] = suggestions;
  const start = first ?? fillText(parameter.example, factsOf(key))[0] ?? '';
  return { suggestions, start, isExample: first === undefined };
}

/**
 * Checks what was entered for a recipe. White space around a value is no part of it, and empty values of a list do not count.
 *
 * @returns the values with the facts of the key, or everything that is wrong with them
 */
export function readValues(
  recipe: Recipe,
  entered: Entered,
  key: KeyOfRecipe,
): { readonly values: Values } | { readonly problems: readonly ParameterProblem[] } {
  const problems: ParameterProblem[] = [];
  const values = new Map(factsOf(key));
  for (const parameter of recipe.parameters) {
    const given = (Object.hasOwn(entered, parameter.name) ? entered[parameter.name] : undefined) ?? [];
    const all = given.map((value, index) => ({ value: value.trim(), index }));
    const kept = all.filter(({ value }) => value !== '').slice(0, parameter.many === true ? undefined : 1);
    const complain = (message: string, index: number) =>
      problems.push({ parameter: parameter.name, index, message });
    if (kept.length === 0) complain(`Enter ${article(parameterTypes[parameter.type].what)}.`, 0);
    else if (kept.length > MOST_VALUES)
      complain(`There are ${kept.length} values, and at most ${MOST_VALUES} fit here.`, MOST_VALUES);
    for (const { value, index } of kept.slice(0, MOST_VALUES)) {
      const problem = problemOf(parameter, value, key);
      if (problem !== undefined) complain(problem, index);
    }
    values.set(parameter.name, [...new Set(kept.map(({ value }) => value))]);
  }
  return problems.length > 0 ? { problems } : { values };
}

/** The facts of a key as templates name them. */
export function factsOf(key: KeyOfRecipe): Values {
  const [other, third] = ['444455556666', '777788889999', '111122223333'].filter((id) => id !== key.account);
  return new Map([
    ['key.arn', [key.arn]],
    ['key.account', [key.account]],
    ['key.region', [key.region]],
    ['key.partition', [key.partition]],
    ['other.account', [other ?? '']],
    ['third.account', [third ?? '']],
    ['key.administration', key.administration],
    ['key.use', key.use],
  ]);
}

function problemOf(parameter: Parameter, value: string, key: KeyOfRecipe): string | undefined {
  const { what, looks, fits } = parameterTypes[parameter.type];
  if (value.length > LONGEST_VALUE) return `${quoted(value)} is too long to be ${article(what)}.`;
  if (!fits(value)) return `${quoted(value)} is no ${what}: it should be ${looks}.`;
  const isOwn = accountOf(value) === key.account;
  if (parameter.account === 'own' && !isOwn)
    return `${quoted(value)} is not in the key's account ${quoted(key.account)}.`;
  if (parameter.account === 'other' && isOwn)
    return `${quoted(value)} is in the key's own account: enter one of another account.`;
  return undefined;
}

function article(what: string): string {
  return `${/^[aeioA]/.test(what) ? 'an' : 'a'} ${what}`;
}
