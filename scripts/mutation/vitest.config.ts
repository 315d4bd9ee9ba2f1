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
  resolve: {
    alias: { 'fast-check': fileURLToPath(new URL('fewExamples.ts', import.meta.url)) },
  },
  test: {
    environment: 'node',
    include: [
      `src/engine/${room}/**/*.test.ts`,
      'src/engine/conformance/**/*.test.ts',
      'scripts/mutation/*.test.ts',
    ],
    // Slow for what they notice beyond `agreement.test.ts`; those that count what many examples reach notice nothing with few.
    exclude: ['**/laws.prop.test.ts', '**/statementIndex.test.ts'],
    testNamePattern: /^(?!.*reach every decision)/,
    // One load of the engine serves all files of a run.
    isolate: false,
    testTimeout: 60_000,
  },
});
