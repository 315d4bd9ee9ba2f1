import { DocumentReader } from '#engine/world/documents.ts';
import { compareScenarios, guarded, subjectOf } from './asked.ts';
import { differencesOf } from './byConditions.ts';
import { proveOne } from './oneVersion.ts';
import type { Proof, ProveInput, ReadInput } from './question.ts';
import { leaveNothing, readFacts } from './stated.ts';

export type { Answers, Proof, ProveInput, Question } from './question.ts';

/**
 * Answers a question about all requests: every finding comes with a request that the evaluator has confirmed, "no" is a proof
 * within the stated scope, and where neither is reached the answer says where it stopped. Pure; the same input gives the same
 * answer.
 *
 * @param input with `facts` that cannot be used it is unanswered, with diagnostics that say what is wrong where.
 * @param reader remembers documents between calls, so that a question after an edit reads only what changed.
 * @throws never because of what the documents say.
 */
export function prove(input: ProveInput, reader: DocumentReader = new DocumentReader()): Proof {
  const { facts, ...asked } = input;
  if (facts === undefined) return answered(asked, reader);
  const read = readFacts(facts);
  if ('diagnostics' in read) {
    return { kind: 'unanswered', because: 'The facts cannot be used.', diagnostics: read.diagnostics };
  }
  const subject = subjectOf(asked.scenario, asked.key, reader);
  if ('kind' in subject) return subject;
  const { stated } = read;
  return guarded(() =>
    leaveNothing(stated, subject.world, subject.key)
      ? { kind: 'unanswered', because: 'The facts rule out every request.' }
      : answered({ ...asked, stated }, reader),
  );
}

function answered(input: ReadInput, reader: DocumentReader): Proof {
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
