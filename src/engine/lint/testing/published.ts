import { existsSync, readFileSync } from 'node:fs';

// Published policies that may lie beside the repository; their licences do not let them lie in it.
const file = new URL('../../../../../shared/corpus/key-policies.json', import.meta.url);

export interface Published {
  readonly id: string;
  readonly category: string;
  readonly policy: unknown;
}

/** None where the file is not there. */
export const published: readonly Published[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Published[])
  : [];
