import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Coverage } from './coverage.ts';
import { engineAnswers } from './engineAnswer.ts';
import { type Situation, situation } from './generated/requests.ts';
import { oracle, type OracleAnswer } from './naive/oracle.ts';
import type { PlainRequest, PlainScenario } from './naive/plain.ts';

/** Situations of one batch; they have five and a half requests on average. */
export const SITUATIONS_PER_BATCH = 1200;
/** A batch has at least so many pairs of scenario and request. */
export const PAIRS_PER_BATCH = 5000;

/** Where the engine and the naive evaluator disagree, as small as fast-check could make it; undefined where they never do. */
export function findDisagreement(seed: number, coverage: Coverage): string | undefined {
  let isShrinking = false;
  const property = fc.property(situation, ({ scenario, requests }: Situation) => {
    const answers = engineAnswers(scenario, requests);
    const agree = requests.every((request, index) => {
      const answer = oracle(scenario, request, coverage.listen);
      if (!isShrinking) coverage.pair(scenario, request, answer);
      return isDeepStrictEqual(answer, answers[index]);
    });
    isShrinking ||= !agree;
    return agree;
  });
  const details = fc.check(property, { seed, numRuns: SITUATIONS_PER_BATCH });
  if (!details.failed) return undefined;
  const [found] = details.counterexample ?? [];
  if (found === undefined) return fc.defaultReportMessage(details);
  return [`Seed ${seed}:`, ...found.requests.flatMap((request) => report(found.scenario, request))].join(
    '\n',
  );
}

/** The scenario with its one request as a document that the command line opens, and both answers. */
function report(scenario: PlainScenario, request: PlainRequest): readonly string[] {
  const naive = oracle(scenario, request);
  const engine = attempted(scenario, request);
  if (isDeepStrictEqual(naive, engine)) return [];
  const expect = naive.decision === 'notFound' ? { error: 'NotFoundException' } : naive.decision;
  return [
    JSON.stringify({ ...scenario, requests: [{ ...request, expect }] }, null, 2),
    `The naive evaluator: ${JSON.stringify(naive)}`,
    `The engine: ${JSON.stringify(engine)}`,
  ];
}

function attempted(scenario: PlainScenario, request: PlainRequest): OracleAnswer | string | undefined {
  try {
    return engineAnswers(scenario, [request])[0];
  } catch (error) {
    return String(error);
  }
}
