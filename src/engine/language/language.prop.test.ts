import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#engine/source/parseJson.ts';
import { plainValue } from '#engine/source/plainValue.ts';
import { printJson } from '#engine/source/printJson.ts';
import { DocumentReader } from '#engine/world/documents.ts';
import type { DocumentKind } from './documentKind.ts';
import { formatEdits, formatted } from './format.ts';
import { createLanguage } from './language.ts';
import { positionAt } from './position.ts';
import { filled } from './testing/cursor.ts';
import { orders } from './testing/orders.ts';
import { withEdits } from './textEdit.ts';

// Published key policies that may lie beside the repository; their licences do not let them lie in it.
const corpus = new URL('../../../../shared/corpus/key-policies.json', import.meta.url);
const published = existsSync(corpus)
  ? (JSON.parse(readFileSync(corpus, 'utf8')) as readonly { readonly policy: unknown }[]).map(
      (each) => each.policy,
    )
  : [];
const texts: readonly string[] = [
  ...orders.keys.flatMap(({ policy, grants }) => [policy.text, grants?.text ?? '']),
  ...published.map((policy, index) => JSON.stringify(policy, null, index % 3)),
];

const kinds: readonly DocumentKind[] = [
  'key',
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'endpoint',
  'resource',
  'trust',
  'grants',
];
const place = fc.record({
  text: fc.constantFrom(...texts),
  kind: fc.constantFrom(...kinds),
  at: fc.integer({ min: 0, max: 999_999 }),
});
const language = createLanguage(new DocumentReader());

function asked(kind: DocumentKind, text: string) {
  return { scenario: orders, document: { id: 'text', kind, text } };
}

describe('at any offset of any policy', () => {
  it('there is an answer, also where the text ends there or lost a character', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('whole', 'cut', 'holed'), ({ text, kind, at }, damage) => {
        const offset = at % (text.length + 1);
        const left = text.slice(0, offset);
        const damaged = { whole: text, cut: left, holed: left + text.slice(offset + 1) }[damage];
        const input = asked(kind, damaged);
        const list = language.complete(input, offset);
        if (list !== null) {
          expect(list.from).toBeLessThanOrEqual(offset);
          expect(list.to).toBeGreaterThanOrEqual(offset);
          expect(new Set(list.items.map(({ label }) => label)).size).toBe(list.items.length);
          expect(damaged.slice(list.from, list.to)).not.toContain('\n');
        }
        language.hover(input, offset);
        language.definitions(input, offset);
        language.outline(input.document);
        language.folds(input.document);
      }),
      { numRuns: 400 },
    );
  });

  it('entering what is offered for a value leaves JSON', () => {
    let entered = 0;
    fc.assert(
      fc.property(place, fc.nat(), ({ text, kind, at }, which) => {
        const quotes = [...text.matchAll(/"/g)].map(({ index }) => index + 1);
        const offset = quotes[at % quotes.length] ?? 0;
        const { role, word } = positionAt(text, offset);
        const list =
          role === 'value' && word !== undefined ? language.complete(asked(kind, text), offset) : null;
        const item = list?.items[which % list.items.length];
        if (list === null || item === undefined) return;
        const edits = [
          { from: list.from, to: list.to, insert: filled(item.insert) },
          ...list.edits.map((edit) => ({ from: edit.at, to: edit.at, insert: edit.insert })),
        ];
        entered += 1;
        expect(() => JSON.parse(withEdits(text, edits)) as unknown).not.toThrow();
      }),
      { numRuns: 400 },
    );
    expect(entered).toBeGreaterThan(20);
  });
});

describe('formatting', () => {
  it.each(texts.map((text, index) => ({ text, index })))(
    'policy $index is what printing gives',
    ({ text }) => {
      const root = parseJson(text, '').root;
      const once = formatted(text);
      expect(once).toBe(root === undefined ? text : printJson(root));
      expect(formatEdits(once)).toEqual([]);
    },
  );

  it('of any part keeps the value, and what lies outside of its lines', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(), (text, left, right) => {
        const from = Math.min(left, right) % (text.length + 1);
        const to = Math.min(text.length, Math.max(left, right));
        const result = withEdits(text, formatEdits(text, { from, to }));
        expect(JSON.parse(result)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('of any JSON is idempotent and keeps the tree', () => {
    const spaced = fc
      .tuple(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '    '))
      .map(([value, indent]) => JSON.stringify(value, null, indent));
    fc.assert(
      fc.property(spaced, (text) => {
        const once = formatted(text);
        expect(formatted(once)).toBe(once);
        const tree = (of: string) => {
          const { root } = parseJson(of, '');
          return root && plainValue(root, (lexeme) => lexeme);
        };
        expect(tree(once)).toEqual(tree(text));
      }),
    );
  });

  it.each(['{ "a": 1, ', '{"a":1,}', '', ' x ', '{ "a": 1 } // b'])(
    'leaves what is no JSON alone: %s',
    (text) => {
      expect(formatted(text)).toBe(text);
    },
  );

  it('of some lines leaves the others alone', () => {
    const text = '{\n"a": 1,\n"b": [1],\n"c": 2\n}';
    const part = (line: string) => {
      const from = text.indexOf(line);
      return withEdits(text, formatEdits(text, { from, to: from + 1 }));
    };
    expect(part('"a"')).toBe('{\n  "a": 1,\n"b": [1],\n"c": 2\n}');
    expect(part('"b"')).toBe('{\n"a": 1,\n  "b": [\n    1\n  ],\n"c": 2\n}');
    expect(part('}')).toBe(text);
  });

  it('keeps how texts and numbers are spelled', () => {
    expect(formatted(String.raw`{"a":"\u0041\/","b":1.0,"a":1e3}`)).toBe(
      `{\n  "a": "${String.raw`\u0041\/`}",\n  "b": 1.0,\n  "a": 1e3\n}`,
    );
  });
});
