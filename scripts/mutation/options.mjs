/** The part of `prove` that decides whether a request exists: everything else asks it, and shows what it found to the evaluator. */
const SOLVER = [
  'src/engine/prove/{atom,bits,box,clause,node,oneInstant,search,solver,universe,value,work}.ts',
  'src/engine/prove/text/*.ts',
];

function filesOf(place) {
  if (place === 'solver') return SOLVER;
  return [place.endsWith('.ts') ? `src/engine/${place}` : `src/engine/${place}/**/*.ts`];
}

/** What Stryker is to do with a room of the engine, with the solver, or with one file. */
export const optionsOf = (place) => ({
  plugins: [new URL('runner.mjs', import.meta.url).pathname],
  testRunner: 'in-process',
  mutate: [
    ...filesOf(place),
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
