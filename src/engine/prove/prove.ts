import { DocumentReader } from '#engine/world/documents.ts';
import { compareScenarios } from './asked.ts';
import { differencesOf } from './byConditions.ts';
import { proveOne } from './oneVersion.ts';
import type { Proof, ProveInput } from './question.ts';

export type { Answers, Proof, ProveInput, Question } from './question.ts';

/**
 * Answers a question about all requests: every finding comes with a request that the evaluator has confirmed, "no" is a proof
 * within the stated scope, and where neither is reached the answer says where it stopped. Pure; the same input gives the same
 * answer.
 *
 * @param reader remembers documents between calls, so that a question after an edit reads only what changed.
 * @throws never because of what the documents say.
 */
export function prove(input: ProveInput, reader: DocumentReader = new DocumentReader()): Proof {
  const { question } = input;
  switch (question.kind) {
    case 'compare':
      return compareScenarios(input, question.before, reader);
    case 'conditions':
      return differencesOf(input, question.before, reader);
    default:
      return proveOne(input, question, reader);
  }
}
