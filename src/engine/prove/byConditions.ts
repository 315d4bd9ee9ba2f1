import type { Scenario } from '#engine/scenario/scenario.ts';
import type { DocumentReader } from '#engine/world/documents.ts';
import { ofTwoVersions } from './asked.ts';
import type { Proof, ReadInput } from './question.ts';
import { differencesByConditions } from './questions/conditions.ts';

/** What two versions differ in, as general conditions; by itself, since it is loaded only when somebody wants it. */
export function differencesOf(
  input: Omit<ReadInput, 'question'>,
  before: Scenario,
  reader: DocumentReader,
): Proof {
  return ofTwoVersions(input, before, reader, (prover) => ({
    kind: 'conditions',
    answer: differencesByConditions(prover),
  }));
}
