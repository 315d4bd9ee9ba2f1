import { writeFileSync } from 'node:fs';
import { lintDocs } from '../src/engine/lint/testing/lintDocs.ts';

writeFileSync(new URL('../docs/lint.md', import.meta.url), lintDocs());
