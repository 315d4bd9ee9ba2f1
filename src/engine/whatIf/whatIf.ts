import { answerRequest } from '../explain/answerRequest.ts';
import { finish, type Steps } from '../steps.ts';
import type { StudyInput } from '../study.ts';
import type { DocumentReader } from '../world/documents.ts';
import type { World } from '../world/world.ts';
import { type Addition, additionsFor } from './additions.ts';
import { Trial } from './trial.ts';
import { type PolicyChange, policyChangeOf } from './policyChange.ts';

/** What follows an answer: asked for after it, since it takes many more decisions than the answer itself. */
export interface WhatIf {
  readonly additions: readonly Addition[];
  /** For a PutKeyPolicy: what it would do. */
  readonly policyChange: PolicyChange | null;
}

const nothing: WhatIf = { additions: [], policyChange: null };

/**
 * The smallest changes that would turn the answer, and what a change of the key policy would do.
 *
 * @param world of the input's scenario
 * @param reader for the texts that are tried, not the one the world was read with
 * @returns nothing where the request has problems. Bounded work: at most 80 changes are tried.
 */
export function whatIf(input: StudyInput, world: World, reader: DocumentReader): WhatIf {
  return finish(whatIfInSteps(input, world, reader));
}

/** The same, in steps: the longest tries one change out. */
export function* whatIfInSteps(
  { scenario, request, now }: StudyInput,
  world: World,
  reader: DocumentReader,
): Steps<WhatIf> {
  const answered = answerRequest(world, request);
  if ('problems' in answered) return nothing;
  const situation = { scenario, request };
  return {
    additions: yield* additionsFor(situation, world, answered, new Trial(situation, reader, now)),
    policyChange: yield* policyChangeOf(world, request),
  };
}
