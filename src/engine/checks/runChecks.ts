import { sessionPolicyProblem } from '../authorize/sessionPolicies.ts';
import { answerRequest } from '../explain/answerRequest.ts';
import type { Expectation, Scenario } from '../scenario/scenario.ts';
import type { Moment } from '../world/world.ts';
import { buildWorld } from '../world/buildWorld.ts';
import { type Actual, actualOf, isMet } from './expectation.ts';

/** One request of a scenario that says what its author expects, asked. */
export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: Expectation;
  /** Or why the request could not be asked. */
  readonly actual: Actual | { readonly problem: string };
}

/**
 * Asks every request of a scenario that carries an expectation, in order. Requests without one are left out.
 *
 * @param now what the time is, for requests that do not say.
 */
export function runChecks(scenario: Scenario, now?: Moment): readonly CheckResult[] {
  const world = buildWorld(scenario, undefined, now);
  // An answer without a policy that the author supplied would be about another scenario.
  const broken = world.documents.find((document) => !document.usable);
  return scenario.requests.flatMap((request, index): readonly CheckResult[] => {
    const expected = request.expect;
    if (expected === undefined) return [];
    const name = request.name ?? `request ${index + 1}`;
    if (broken !== undefined) {
      return [
        { name, ok: false, expected, actual: { problem: `The document \`${broken.id}\` cannot be used.` } },
      ];
    }
    const limits = sessionPolicyProblem(request);
    if (limits !== undefined) return [{ name, ok: false, expected, actual: { problem: limits } }];
    const answered = answerRequest(world, request);
    if ('problems' in answered) {
      const problem = answered.problems.map(({ message }) => message).join(' ');
      return [{ name, ok: false, expected, actual: { problem } }];
    }
    const actual = actualOf(answered.answer);
    return [{ name, ok: isMet(expected, actual), expected, actual }];
  });
}
