import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answersIn, readPlain } from '../../src/engine/testing/engineAnswer.ts';
import type { OracleAnswer } from '../../src/engine/testing/naive/oracle.ts';
import type { PlainRequest, PlainScenario } from '../../src/engine/testing/naive/plain.ts';

interface Situation {
  readonly scenario: PlainScenario;
  readonly requests: readonly PlainRequest[];
  readonly answers: readonly OracleAnswer[];
}

/** What `pairs.ts` wrote; the path is absolute because mutants live in a copy of the project. */
const file = process.env['MUTATION_PAIRS'];
const situations: readonly Situation[] = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'));
// Reading is half of the work, and no mutant is in it.
const read = situations.map(({ scenario, requests, answers }) => ({
  scenario: readPlain(scenario, requests),
  answers,
}));

// One test for each: a mutant is then compared only in those that reach it.
test.each(read)('the engine answers as the naive evaluator did', ({ scenario, answers }) => {
  expect(JSON.parse(JSON.stringify(answersIn(scenario)))).toEqual(answers);
});
