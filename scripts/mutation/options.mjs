/** What Stryker is to do with a room of the engine. */
export const optionsOf = (room) => ({
  plugins: [new URL('runner.mjs', import.meta.url).pathname],
  testRunner: 'in-process',
  mutate: [
    `src/engine/${room}/**/*.ts`,
    '!src/engine/**/*.test.ts',
    '!src/engine/**/testing/**',
    '!src/engine/conditions/{laws,testInputs}.ts',
  ],
  coverageAnalysis: 'perTest',
  // They change what is computed once for a whole module, and would need a process each.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_JOBS ?? 2),
  timeoutMS: 30_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `.mutation/${room}.json` },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  tempDirName: '.mutation/sandbox',
  // TypeScript 7 has no API that Stryker could rewrite a configuration with, and the tests need none.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
});
