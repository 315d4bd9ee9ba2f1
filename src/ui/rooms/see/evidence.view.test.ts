import { describe, expect, it } from 'vitest';
import type { DocumentReport } from '#engine/study.ts';
import { distinctEvidence, evidenceNames } from './evidence.view.ts';
import { enable, emptyScenario } from './testTable.ts';

const text = '{\n  "Statement": [\n    { "Sid": "A" }\n  ]\n}';
const report: DocumentReport = {
  id: 'key',
  kind: 'key',
  usedFallback: false,
  usable: true,
  diagnostics: [],
  statements: [],
  bytes: 0,
};
const scenarioOf = (document: { readonly text: string; readonly fallback?: string }) => ({
  ...emptyScenario,
  keys: [{ arn: 'arn:aws:kms:us-east-1:111122223333:key/1', policy: { id: 'key', ...document } }],
});
const whole = { ref: 'key#A', effect: 'Allow' as const, span: { text: 'key', from: 0, to: text.length } };
const inner = { ...whole, span: { text: 'key', from: text.indexOf('{ "Sid"'), to: text.indexOf('\n  ]') } };

describe('evidenceNames', () => {
  it('says which lines', () => {
    const names = evidenceNames([report], scenarioOf({ text }));
    expect(names.name(whole).lines).toBe('1–5');
    expect(names.name(inner).lines).toBe('3');
  });

  it('counts lines in the text that answered', () => {
    const documents = [{ ...report, usedFallback: true }];
    const names = evidenceNames(documents, scenarioOf({ text: '{', fallback: text }));
    expect(names.name(whole).lines).toBe('1–5');
  });

  it('has no lines for a text that is not there', () => {
    expect(evidenceNames([], emptyScenario).name(whole).lines).toBeNull();
  });

  it('calls a statement as its document does, else by its own ref', () => {
    const statements = [{ ref: 'key#A', label: 'Statement A', effect: 'Allow' as const, span: whole.span }];
    expect(evidenceNames([{ ...report, statements }], emptyScenario).name(whole).label).toBe('Statement A');
    expect(evidenceNames([], emptyScenario).name(whole).label).toBe('A');
    expect(evidenceNames([], emptyScenario).name({ ...whole, ref: 'key[2]' }).label).toBe('key[2]');
  });
});

it('names each statement once, and two of the same name twice', () => {
  const other = { ...enable, span: { ...enable.span, from: 900, to: 910 } };
  expect(distinctEvidence([enable, { ...enable }, other])).toEqual([enable, other]);
});
