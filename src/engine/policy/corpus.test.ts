import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../source/parseJson.ts';
import { parsePolicy } from './parsePolicy.ts';
import { printPolicy } from './printPolicy.ts';

// Published key policies that may lie beside the repository; their licences do not let them lie in it.
const corpus = new URL('../../../../shared/corpus/key-policies.json', import.meta.url);

interface Published {
  readonly id: string;
  readonly policy: unknown;
}

describe.runIf(existsSync(corpus))('published key policies', () => {
  const published = existsSync(corpus)
    ? (JSON.parse(readFileSync(corpus, 'utf8')) as readonly Published[])
    : [];
  const parse = (text: string) => parsePolicy(text, { id: 'key', type: 'key', name: 'key' });

  it('are there', () => {
    expect(published.length).toBeGreaterThanOrEqual(288);
  });

  it('are read without a syntax error', () => {
    const failed = published.filter(({ policy }) => {
      const parsed = parse(JSON.stringify(policy, undefined, 2));
      const statements = (policy as { readonly Statement: unknown }).Statement;
      const count = Array.isArray(statements) ? statements.length : 1;
      return (
        parsed.policy?.statements.length !== count ||
        parsed.diagnostics.some(({ code }) => code === 'JSON_SYNTAX_ERROR')
      );
    });
    expect(failed.map(({ id }) => id)).toEqual([]);
  });

  it('print as they are, and stay so', () => {
    const changed = published.filter(({ policy }) => {
      const source = JSON.stringify(policy, undefined, 2);
      const root = parseJson(source, 'key').root;
      const read = parse(source).policy;
      if (root === undefined || read === undefined) return true;
      const again = parse(printPolicy(read)).policy;
      return printPolicy(root) !== source || again === undefined || printPolicy(again) !== printPolicy(read);
    });
    expect(changed.map(({ id }) => id)).toEqual([]);
  });
});
