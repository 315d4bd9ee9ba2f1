import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { benchBrowser } from './browser.ts';

/**
 * The engine is measured built, as people run it: the loader that runs this file names every function when it is made, which
 * takes longer than a decision.
 */
async function benchBuiltEngine(): Promise<void> {
  const outDir = fileURLToPath(new URL('../node_modules/.cache/bench/', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: fileURLToPath(new URL('./engine.ts', import.meta.url)),
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  });
  const { benchEngine }: { benchEngine: () => void } = await import(`${outDir}engine.mjs`);
  benchEngine();
}

await benchBuiltEngine();
const { findChromium }: { findChromium: () => Promise<string | undefined> } = await import(
  String(new URL('../scripts/chromium.mjs', import.meta.url))
);
const chromium = await findChromium();
if (chromium !== undefined) await benchBrowser(chromium);
