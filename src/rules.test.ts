import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// docs/semantics.md is where the ids of rules live; whatever cites one must find it there.

const page = readFileSync(new URL('../docs/semantics.md', import.meta.url), 'utf8');
const ruleId = /\b(?:(?:KMS|IAM)-\d{3}|U-\d{2})\b/g;

/** An entry: its anchor and, right behind it, the id as readers see it. */
const entries = [...page.matchAll(/<a id="((?:kms|iam)-\d{3}|u-\d{2})"><\/a>(?:\*\*)?(\S+) /g)].map(
  ([, anchor = '', shown = '']) => ({ anchor, shown }),
);
const known = new Set(entries.map(({ shown }) => shown));

interface Citation {
  readonly id: string;
  readonly file: string;
}

function citations(): readonly Citation[] {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      idsIn(readFileSync(new URL(file, import.meta.url), 'utf8')).map((id) => ({ id, file })),
    );
}

function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(ruleId))];
}

test('every rule that the code cites has an entry', () => {
  const cited = citations();
  expect(cited.length).toBeGreaterThan(100);
  expect(cited.filter(({ id }) => !known.has(id))).toEqual([]);
});

test('every rule that the page mentions has an entry on it', () => {
  expect(idsIn(page).filter((id) => !known.has(id))).toEqual([]);
});

test('no entry stands twice, and each anchor is its id', () => {
  const ids = entries.map(({ shown }) => shown);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(entries.filter(({ anchor, shown }) => anchor !== shown.toLowerCase())).toEqual([]);
});

test('every rule says how far the code has it', () => {
  const lines = page.split('\n');
  const status = /^ {2}_(?:Modelled\.|Modelled in part:|Not yet:|Planned:|Not modelled:)_ /;
  const silent = lines.filter(
    (line, index) => /^- <a id="(?:kms|iam)-/.test(line) && !status.test(lines[index + 1] ?? ''),
  );
  expect(silent).toEqual([]);
});

test('every source has its link', () => {
  const defined = new Set(
    [...page.matchAll(/^\[(\S+)\]: https:\/\/docs\.aws\.amazon\.com\//gm)].map(([, tag]) => tag),
  );
  const used = [...page.matchAll(/^ {2}_.*$/gm)].flatMap(([line]) =>
    [...line.matchAll(/\[([^\]]+)\](?!\()/g)].map(([, tag]) => tag),
  );
  expect(used.length).toBeGreaterThan(200);
  expect(used.filter((tag) => !defined.has(tag))).toEqual([]);
});
