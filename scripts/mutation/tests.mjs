import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** The rooms whose tests ask for decisions. */
const ASKING = [
  'access',
  'authorize',
  'conditions',
  'conformance',
  'explain',
  'grants',
  'message',
  'outcome',
  'request',
  'suggest',
  'whatIf',
];

/** Slow for what they notice beyond `agreement.test.ts`. */
const TOO_SLOW = /(laws|accessTable|blockers|whatIf)\.prop\.test\.ts$/;

/** Tests that count what many examples reach would fail with few. */
const NEEDS_MANY_EXAMPLES =
  /reach every|whatever the request says › it never throws|no request of a thousand|tell nothing but the difference|a smaller policy is equivalent/;

const vitest = 'scripts/mutation/vitestStandIn.ts';

/**
 * The tests that a mutant of a room has to survive. Loads them, and what they test, from the current folder.
 *
 * @returns for each a name, its file and a function that fails as the test does.
 */
export async function readTests(room) {
  const files = testFiles(room);
  const load = await bundled([vitest, ...files]);
  const { collect } = await load(vitest);
  const tests = [];
  for (const file of files) {
    for (const { name, run } of await collect(() => load(file))) {
      if (!NEEDS_MANY_EXAMPLES.test(name)) tests.push({ file, name, run });
    }
  }
  return tests;
}

/** The prover and lint are tested by their own. */
function foldersOf(room) {
  if (room === 'lint') return ['src/engine/lint'];
  const rooms = room === 'prove' ? ['prove'] : ASKING;
  return [...rooms.map((name) => `src/engine/${name}`), 'scripts/mutation'];
}

function testFiles(room) {
  return foldersOf(room)
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file)}`))
    .filter((file) => file.endsWith('.test.ts') && !TOO_SLOW.test(file))
    .sort();
}

/** A bundle is read faster than its sources, and runs faster. */
async function bundled(files) {
  // Several processes share the copy of the project.
  const folder = resolve(`.mutation/bundle-${process.env.STRYKER_MUTATOR_WORKER}`);
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [standIns, places],
    build: {
      ssr: true,
      outDir: folder,
      target: 'esnext',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [file, resolve(file)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return (file) => import(pathToFileURL(`${folder}/${file}.mjs`));
}

/** Gives tests our own `test` and a frugal fast-check in the place of the real ones, which only the stand-ins themselves get. */
const standIns = {
  name: 'stand-ins',
  enforce: 'pre',
  resolveId(name, importer) {
    const standIn = { vitest, 'fast-check': 'scripts/mutation/fewExamples.ts' }[name];
    if (standIn === undefined) return null;
    return importer === resolve(standIn) ? { id: name, external: true } : resolve(standIn);
  },
};

/** Tests find their data beside their source, not beside the bundle. */
const places = {
  name: 'places',
  transform: (code, file) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
};
