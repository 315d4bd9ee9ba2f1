import type { Answer } from '#engine/explain/answer.ts';
import type { Phrase } from '#engine/explain/phrase.ts';
import type { Expectation, ExpectedDecision } from '#engine/scenario/scenario.ts';

const decisionWords: Readonly<Record<ExpectedDecision, string>> = {
  allowed: 'allowed',
  explicitDeny: 'denied by a Deny statement',
  implicitDeny: 'denied because nothing allows it',
  denied: 'denied',
};

/** What was expected where the answer is another; null where it is as expected, or nothing was. */
export function unmetExpectation(expected: Expectation | undefined, answer: Answer): Phrase | null {
  if (expected === undefined) return null;
  if (expected.decision !== undefined && !meets(answer.decision, expected.decision)) {
    return ['Expected: ', { strong: decisionWords[expected.decision] }, '.'];
  }
  if (expected.error !== undefined && expected.error !== (answer.error?.name ?? null)) {
    return expected.error === null
      ? ['Expected: no error.']
      : ['Expected the error ', { code: expected.error }, '.'];
  }
  const deciding = new Set(answer.deciding.map(({ ref }) => ref));
  const missing = (expected.statements ?? []).filter((ref) => !deciding.has(ref));
  if (missing.length === 0) return null;
  return ['Expected ', ...listed(missing), ' to decide.'];
}

/** In a word or two, for the list of saved requests. */
export function expectedWords(expected: Expectation | undefined): string | undefined {
  if (expected?.error !== undefined && expected.error !== null) return `Expected: ${expected.error}`;
  return expected?.decision === undefined ? undefined : `Expected: ${decisionWords[expected.decision]}`;
}

function meets(decision: Answer['decision'], expected: ExpectedDecision): boolean {
  return expected === 'denied' ? decision !== 'allowed' : decision === expected;
}

function listed(refs: readonly string[]): Phrase {
  return refs.flatMap((ref, index) => (index === 0 ? [{ code: ref }] : [', ', { code: ref }]));
}
