import type { ConditionClause, Policy } from '#engine/policy/policy.ts';
import { parseWildcard } from '#engine/vocabulary/wildcard.ts';
import { allPlans } from '#engine/world/mentionedKeys.ts';
import type { Literal } from '../atom.ts';
import { type Bits, bitsWhere, membersOf } from '../bits.ts';
import { knownLiteral } from '../clause.ts';
import type { Prover } from '../prover.ts';
import { globOf } from '../text/glob.ts';
import { passes, textTest } from '../text/textTest.ts';

/** A condition as a document has it, for a literal: it, or (`holds` false) its opposite. */
export interface Written {
  readonly clause: ConditionClause;
  readonly holds: boolean;
}

/** Several actions as a document writes them at once: `kms:GenerateDataKey*`. */
export interface ActionPattern {
  readonly text: string;
  readonly actions: Bits;
}

/** What the authors of the documents call things: what is told about requests is told in their words. */
export interface OwnWords {
  readonly conditions: ReadonlyMap<Literal, Written>;
  /** Those for most actions first. */
  readonly actions: readonly ActionPattern[];
}

export function ownWords(prover: Prover): OwnWords {
  // The later version's own words come first.
  const policies = prover.models
    .toReversed()
    .flatMap(({ world }) => allPlans(world).map(({ policy }) => policy));
  return { conditions: conditionsIn(prover, policies), actions: actionsIn(prover, policies) };
}

function conditionsIn(prover: Prover, policies: readonly Policy[]): OwnWords['conditions'] {
  const texts = new Map<Literal, Written>();
  for (const policy of policies) {
    for (const clause of policy.statements.flatMap(({ conditions }) => conditions)) {
      const literal = knownLiteral(prover.universe, clause, policy);
      if (typeof literal !== 'number' || texts.has(literal)) continue;
      texts.set(literal, { clause, holds: true });
    }
  }
  for (const [literal, { clause }] of texts)
    if (!texts.has(literal ^ 1)) texts.set(literal ^ 1, { clause, holds: false });
  return texts;
}

function actionsIn({ universe }: Prover, policies: readonly Policy[]): readonly ActionPattern[] {
  const patterns = new Set(
    policies.flatMap(({ statements }) =>
      statements.flatMap(({ action }) => (action?.patterns ?? []).map(({ value }) => value)),
    ),
  );
  return [...patterns]
    .filter((text) => /[*?]/.test(text))
    .map((text) => {
      const test = textTest([globOf(parseWildcard(text), true)]);
      const actions = bitsWhere(universe.actions.length, (index) =>
        passes(test, universe.actions[index] ?? ''),
      );
      return { text, actions, count: membersOf(actions).length };
    })
    .filter(({ count }) => count > 1)
    .toSorted((left, right) => right.count - left.count);
}
