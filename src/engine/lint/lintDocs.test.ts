import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lintDocs } from './testing/lintDocs.ts';

/** Formatting wraps lines and lays examples out anew. */
const essence = (text: string) => text.replaceAll(/[\s\\]+/g, '');

it('docs/lint.md says what the pages say', () => {
  const docs = readFileSync(new URL('../../../docs/lint.md', import.meta.url), 'utf8');
  // If this fails: npm run lint-docs.
  expect(essence(docs) === essence(lintDocs())).toBe(true);
});
