const room = process.env.MUTATED_ROOM;

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
  mutate: [
    `src/engine/${room}/**/*.ts`,
    '!src/engine/**/*.test.ts',
    '!src/engine/**/testing/**',
    '!src/engine/conditions/{laws,testInputs}.ts',
  ],
  coverageAnalysis: 'perTest',
  // They change what is computed once for a whole module, and would need a process each.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `.mutation/${room}.incremental.json`,
  concurrency: Number(process.env.MUTATION_JOBS ?? 2),
  timeoutMS: 20_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `.mutation/${room}.json` },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  tempDirName: '.mutation/sandbox',
  // TypeScript 7 has no API that Stryker could rewrite a configuration with, and Vitest needs none.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
};
