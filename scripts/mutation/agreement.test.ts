import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { engineAnswers } from '../../src/engine/testing/engineAnswer.ts';

/** What `pairs.ts` wrote; the path is absolute because mutants live in a copy of the project. */
const file = process.env['MUTATION_PAIRS'];

test.runIf(file !== undefined)('the engine answers as the naive evaluator did', () => {
  for (const { scenario, requests, answers } of JSON.parse(readFileSync(file ?? '', 'utf8'))) {
    expect(JSON.parse(JSON.stringify(engineAnswers(scenario, requests)))).toEqual(answers);
  }
});
