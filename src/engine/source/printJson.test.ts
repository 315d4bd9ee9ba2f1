import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonNode } from './json.ts';
import { parseJson } from './parseJson.ts';
import { printJson } from './printJson.ts';

const parse = (text: string): JsonNode | undefined => parseJson(text, 't').root;

it('prints what reads back as the same tree, and prints that alike', () => {
  fc.assert(
    fc.property(fc.json(), fc.boolean(), (text, latin1) => {
      const root = parse(text);
      fc.pre(root !== undefined);
      const printed = printJson(root, { latin1 });
      const again = parse(printed);
      expect(JSON.parse(printed)).toEqual(JSON.parse(text));
      expect(again && printJson(again, { latin1 })).toBe(printed);
      expect(latin1 && /[\u0100-\uffff]/.test(printed)).toBe(false);
    }),
  );
});

it('keeps spelling of numbers, order and repeated keys, and puts two spaces a level', () => {
  const root = parse('{"b":[1.50,1e999],"a":{},"b":[],"c":null}');
  expect(root && printJson(root)).toBe(
    '{\n  "b": [\n    1.50,\n    1e999\n  ],\n  "a": {},\n  "b": [],\n  "c": null\n}',
  );
});

it('escapes what a policy cannot hold only where asked to', () => {
  const root = parse('["éĀ→😀"]');
  expect(root && printJson(root)).toBe('[\n  "éĀ→😀"\n]');
  expect(root && printJson(root, { latin1: true })).toBe('[\n  "é\\u0100\\u2192\\ud83d\\ude00"\n]');
});
