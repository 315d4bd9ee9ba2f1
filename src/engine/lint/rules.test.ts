import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from './pages.ts';
import { ruleOfCode, rules } from './rules.ts';
import { lintPolicy } from './testing/lint.ts';

const folder = new URL('./rules/', import.meta.url);
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the list of rules', () => {
  it('has every folder, and a page for each', () => {
    expect(rules.map(({ name }) => name).toSorted()).toEqual(folders.toSorted());
    expect(Object.keys(pages).toSorted()).toEqual(folders.toSorted());
  });

  it('reports each code in one place', () => {
    const codes = rules.flatMap((rule) => Object.keys(rule.codes));
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('explains every code that reading a policy or grants can give', () => {
    const codes = ['../policy/', '../source/', '../grants/'].flatMap((place) => {
      const url = new URL(place, import.meta.url);
      const files = readdirSync(url).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
      const texts = files.map((name) => readFileSync(new URL(name, url), 'utf8')).join('\n');
      return [...texts.matchAll(/'([A-Z]{3,}(?:_[A-Z]+)+)'/g)].map(([, code]) => code);
    });
    expect(codes.length).toBeGreaterThan(60);
    expect([...new Set(codes)].filter((code) => ruleOfCode(code ?? '') === undefined)).toEqual([]);
  });

  it.each(folders)('%s has a test of its own', (name) => {
    expect(existsSync(new URL(`${name}/rule.test.ts`, folder))).toBe(true);
  });
});

/** Rules whose examples are not enough to be reported: they need other documents, much text, or a proof. */
const elsewhere: readonly string[] = [
  's3-bucket-key-context',
  'policy-size',
  'json-text',
  'role-trust-policies',
  'grant-list',
  'outside-organization',
  'statement-does-nothing',
  'new-access',
  'cross-account-halves',
  'aws-managed-key',
  'caller-lockout',
  'grant-grantee',
];

describe.each(rules.filter(({ name }) => !elsewhere.includes(name)))('the page of $name', (rule) => {
  const page = pages[rule.name];
  const codesIn = (text: string) =>
    lintPolicy(JSON.parse(text), page?.type === undefined ? {} : { type: page.type })
      .map(({ code }) => code)
      .filter((code) => code in rule.codes);

  it('avoids what the rule reports', () => {
    expect(codesIn(page?.avoid ?? '')).not.toEqual([]);
  });

  it('prefers what it does not report', () => {
    expect(codesIn(page?.prefer ?? '')).toEqual([]);
  });
});
