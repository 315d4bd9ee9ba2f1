/** What Stryker is to do with a room of the engine, or with one file. */
export const optionsOf = (place) => ({
  plugins: [new URL('runner.mjs', import.meta.url).pathname],
  testRunner: 'in-process',
  mutate: [
    place.endsWith('.ts') ? `src/engine/${place}` : `src/engine/${place}/**/*.ts`,
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
  jsonReporter: { fileName: `.mutation/${place.replaceAll('/', '-')}.json` },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  tempDirName: '.mutation/sandbox',
  // TypeScript 7 has no API that Stryker could rewrite a configuration with, and the tests need none.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
});
