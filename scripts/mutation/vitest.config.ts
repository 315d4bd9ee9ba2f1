import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutant of one room of the engine has to survive: the room's own, the cases with known answers, and
 * the comparison with the naive evaluator. Property tests draw the same few examples for every mutant, so that a run
 * can be repeated.
 */
const room = process.env['MUTATED_ROOM'] ?? '*';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: [`src/engine/${room}/**/*.test.ts`, 'src/engine/{conformance,oracle}/**/*.test.ts'],
    setupFiles: ['scripts/mutation/sameExamples.ts'],
    testTimeout: 60_000,
  },
});
