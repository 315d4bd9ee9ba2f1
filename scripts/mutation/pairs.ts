import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { situation } from '../../src/engine/testing/generated/requests.ts';
import { oracle } from '../../src/engine/testing/naive/oracle.ts';

/**
 * Writes what the naive evaluator answers to 600 generated situations. No mutant changes it, so it is asked
 * once instead of once a mutant.
 */
const [file = ''] = process.argv.slice(2);
const situations = fc.sample(situation, { seed: 20_261_125, numRuns: 600 });
const pairs = situations.map(({ scenario, requests }) => ({
  scenario,
  requests,
  answers: requests.map((request) => oracle(scenario, request)),
}));
mkdirSync(new URL('../../.mutation/', import.meta.url), { recursive: true });
writeFileSync(file, JSON.stringify(pairs));
