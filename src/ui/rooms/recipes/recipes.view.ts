import { chapters } from '#engine/recipes/recipe.ts';
import type { Expected, RecipePreview } from '#engine/recipes/preview.ts';
import type { RecipeOffer } from '#engine/recipes/recipeBook.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import type { TextId } from '#engine/source/span.ts';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Verdict } from '#kit/verdict.ts';

/** A chapter of the list. */
export interface RecipeGroup {
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly secondary: string;
    readonly isDisabled: boolean;
  }[];
}

/** The recipes by chapter. One that the key cannot have says why in place of what it is for. */
export function recipeGroups(offers: readonly RecipeOffer[]): readonly RecipeGroup[] {
  return chapters
    .map((title) => ({
      title,
      items: offers
        .filter(({ chapter }) => chapter === title)
        .map(({ id, title: text, purpose, unsuited }) => ({
          id,
          text,
          secondary: unsuited ?? purpose,
          isDisabled: unsuited !== null,
        })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** One request of a recipe with what it would come to. */
export interface ExpectedRow {
  readonly name: string;
  readonly mark: Verdict | 'question';
  /** "Denied, as intended". */
  readonly words: string;
  readonly ok: boolean;
  /** Why it does not come out as intended; null where it does. */
  readonly because: Phrase | null;
}

export function expectedRows(expected: readonly Expected[]): readonly ExpectedRow[] {
  return expected.map((one) => ({
    name: one.name,
    mark: one.decision ?? 'question',
    words: wordsFor(one),
    ok: one.ok,
    because: one.ok ? null : one.sentence,
  }));
}

function wordsFor({ expect, ok, decision }: Expected): string {
  if (decision === undefined) return 'Cannot be asked';
  const word = decision === 'allowed' ? 'Allowed' : 'Denied';
  if (expect === 'unchanged') return ok ? `${word}, as before` : `${word}, other than before`;
  if (ok) return `${word}, as intended`;
  return decision === 'allowed' ? 'Allowed by something else' : 'Still denied';
}

/** What stands over the requests: whether all of them come out as intended. */
export function summaryOf(rows: readonly ExpectedRow[]): string {
  const others = rows.filter(({ ok }) => !ok).length;
  if (others === 0) return 'With these statements, in this scenario';
  return `With these statements, in this scenario: ${others} of ${rows.length} not as intended`;
}

/** What is wrong with each value of a parameter, by its place in the list. */
export function problemsOf(preview: RecipePreview | null, parameter: string): ReadonlyMap<number, string> {
  if (preview?.kind !== 'problems') return new Map();
  return new Map(
    preview.problems
      .filter((problem) => problem.parameter === parameter)
      .map(({ index, message }) => [index, message]),
  );
}

/** What the key policies are called in a preview. */
export function policyNames({ keys }: Scenario): ReadonlyMap<TextId, { readonly name: string }> {
  return new Map(keys.map(({ policy }) => [policy.id, { name: 'the key policy' }]));
}
