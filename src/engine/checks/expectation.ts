import type { Answer } from '../explain/answer.ts';
import type { Expectation } from '../scenario/scenario.ts';

/** What a request gave, in the words of an expectation. */
export interface Actual {
  readonly decision: string;
  readonly error: string | null;
  readonly statements: readonly string[];
}

export function actualOf(answer: Answer): Actual {
  const statements = [...new Set(answer.deciding.map(({ ref }) => ref))];
  return { decision: answer.decision, error: answer.error?.name ?? null, statements };
}

/**
 * Whether an answer is as expected (scenario format). What is not mentioned is not compared; `denied` stands for either deny;
 * every statement named must be among those that decided.
 */
export function isMet(expected: Expectation, actual: Actual): boolean {
  const decision = expected.decision === undefined || fits(expected.decision, actual.decision);
  const error = expected.error === undefined || expected.error === actual.error;
  return decision && error && (expected.statements ?? []).every((ref) => actual.statements.includes(ref));
}

function fits(expected: string, actual: string): boolean {
  return expected === actual || (expected === 'denied' && actual !== 'allowed');
}
