import { expect, test } from 'vitest';
import { sentenceParts, statementName } from './statementNames.ts';
import { answered, outsiderRequest, placeOf, studied } from './testScenario.ts';

const { documents } = studied(outsiderRequest);
const denied = answered(outsiderRequest);

test('a statement is called by its label, or by what its ref carries', () => {
  expect(statementName('key#DenyOthers', documents)).toBe('DenyOthers');
  expect(statementName('identity:Use#Read', [])).toBe('Read');
  expect(statementName('grant:g1', [])).toBe('grant:g1');
});

test('the names of statements lead to their lines, other words do not', () => {
  const parts = sentenceParts(
    ['a ', { strong: 'OrdersAppUse' }, { code: 'kms:*' }, { strong: 'other' }],
    denied,
    documents,
  );
  expect(parts.map(({ kind }) => kind)).toEqual(['text', 'statement', 'code', 'strong']);
  const [, statement] = parts;
  const sid = placeOf('"OrdersAppUse"');
  expect(
    statement?.kind === 'statement' && statement.span.from < sid.from && statement.span.to > sid.to,
  ).toBe(true);
});

test('of two statements with one name the one that decided is meant', () => {
  const [report] = documents;
  if (report === undefined) throw new Error('no document');
  const twin = {
    ref: 'other#DenyOthers',
    label: 'DenyOthers',
    effect: 'Deny' as const,
    span: { text: 'other', from: 0, to: 1 },
  };
  const other = { ...report, id: 'other', statements: [twin] };
  for (const reports of [
    [other, ...documents],
    [...documents, other],
  ]) {
    const parts = sentenceParts([{ strong: 'DenyOthers' }], denied, reports);
    expect(parts).toMatchObject([{ kind: 'statement', span: { text: 'key' } }]);
  }
});

test('the verdict of the engine names a statement that can be pressed', () => {
  const parts = sentenceParts(denied.sentence, denied, documents);
  expect(parts.some((part) => part.kind === 'statement' && part.text === 'DenyOthers')).toBe(true);
});
