import type { StatementTrace } from '#engine/authorize/statementTrace.ts';
import { allPolicies, type TracedCheck } from '#engine/authorize/trace.ts';
import type { ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { World } from '#engine/world/world.ts';
import type { Phrase } from '../phrase.ts';

/** A point that AWS's documentation leaves open and that the answer rests on: what is open, and what it is taken to be. */
export interface OpenPoint {
  /** Id in docs/semantics.md. */
  readonly rule: string;
  readonly text: Phrase;
}

/** What a decision met on its way: one check with its trace, beside the other checks of the same request. */
export interface PointFacts {
  readonly world: World;
  readonly request: ScenarioRequest;
  readonly traced: TracedCheck;
  readonly all: readonly TracedCheck[];
}

/** Looks for one kind of open point in the trace of a decision; finds only points that the decision met. */
export type PointFinder = (facts: PointFacts) => readonly OpenPoint[];

type Part = 'principal' | 'action' | 'resource' | 'nothing';

/** Whether everything of a statement but one part speaks for it: then that part is what its effect rests on. */
export function restHolds(statement: StatementTrace, except: Part = 'nothing'): boolean {
  return (
    (except === 'principal' || statement.principal?.matched !== false) &&
    (except === 'action' || statement.action.matched) &&
    (except === 'resource' || statement.resource.outcome !== 'false') &&
    statement.conditions.every((facts) => facts.truth !== 'false')
  );
}

/**
 * The statements whose effect could have made the decision what it is: of a request that a Deny decided only the Denies,
 * since no Allow could have mattered; of one that nothing allows only the Allows, since no Deny had to.
 */
export function statementsThatMatter(traced: TracedCheck): readonly StatementTrace[] {
  const { decision } = traced.outcome;
  return allPolicies(traced)
    .flatMap(({ statements }) => statements)
    .filter(({ plan }) => {
      if (decision === 'explicitDeny') return plan.effect === 'Deny';
      return decision === 'allowed' || plan.effect === 'Allow';
    });
}
