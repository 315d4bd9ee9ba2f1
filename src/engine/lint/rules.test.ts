import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from './pages.ts';
import { rules } from './rules.ts';
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

  it.each(folders)('%s has a test of its own', (name) => {
    expect(existsSync(new URL(`${name}/rule.test.ts`, folder))).toBe(true);
  });
});

/** Rules whose examples need more than one document to be reported. */
const ofSeveralDocuments: readonly string[] = ['s3-bucket-key-context'];

describe.each(rules.filter(({ name }) => !ofSeveralDocuments.includes(name)))('the page of $name', (rule) => {
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
