import { describe, expect, test } from 'vitest';
import { lineIndex } from '#engine/source/lines.ts';
import { editorMarks, squiggles, statementAt } from './editorMarks.ts';
import { POLICY, reportOf, scenarioOf, studyOf } from './testScenario.ts';
import { litSpans } from './write.view.ts';

function marksOf(policy: string, showsNotes = true) {
  const studied = studyOf(scenarioOf({ policy }));
  const report = reportOf(studied);
  const notes = studied.answer?.statementNotes ?? [];
  return editorMarks({ text: policy, report, notes, showsNotes, lit: litSpans(null, studied) });
}

describe('marks on a policy', () => {
  test('a bar over each statement', () => {
    expect(marksOf(POLICY).bars).toEqual([
      { effect: 'Allow', from: 4, to: 10 },
      { effect: 'Allow', from: 11, to: 17 },
      { effect: 'Deny', from: 18, to: 24 },
    ]);
  });

  test('a note after each opening brace: what decides has its own mark, the others a sign without colour', () => {
    const { notes } = marksOf(POLICY);
    expect(notes.map(({ at, mark, decides }) => [at.line, at.column, mark, decides])).toEqual([
      [4, 6, 'cross', false],
      [11, 6, 'check', false],
      [18, 6, 'explicitDeny', true],
    ]);
    expect(notes.every(({ words }) => words.split(' ').length <= 6 && words !== '')).toBe(true);
    expect(notes[1]?.words).toContain('Deny wins');
  });

  test('the deciding statement is lit without a click, whole lines', () => {
    const { highlights } = marksOf(POLICY);
    expect(highlights).toHaveLength(1);
    expect(highlights[0]).toMatchObject({
      isWholeLines: true,
      range: { start: { line: 18 }, end: { line: 24 } },
    });
  });

  test('every note is also said where the statement is pointed at, notes shown or not', () => {
    for (const showsNotes of [true, false]) {
      const marks = marksOf(POLICY, showsNotes);
      expect(marks.notes).toHaveLength(showsNotes ? 3 : 0);
      expect(marks.hovers.map(({ words }) => words)[1]).toMatch(/^ReaderUse: applies/);
      expect(marks.hovers).toHaveLength(3);
    }
  });

  test('one-line statements: the note stands after the line, marks alone where several share one', () => {
    const minified = JSON.stringify(JSON.parse(POLICY));
    const { notes } = marksOf(minified);
    expect(notes.map(({ isShort }) => isShort)).toEqual([true, true, true]);
    for (const note of notes) expect(minified[note.at.column - 2]).toBe('{');
    const oneLiners = minified.replaceAll('{"Sid"', '\n{"Sid"').replace('{"Effect"', '\n{"Effect"');
    const lines = oneLiners.split('\n');
    for (const { at, isShort } of marksOf(oneLiners).notes) {
      expect(isShort).toBe(false);
      expect(at.column).toBe((lines[at.line - 1]?.length ?? 0) + 1);
    }
  });

  test('line ends of other systems do not shift them', () => {
    const windows = POLICY.replaceAll('\n', '\r\n');
    expect(marksOf(windows)).toEqual(marksOf(POLICY));
  });

  test('a place within one line is marked alone, places in other texts not at all', () => {
    const from = POLICY.indexOf('kms:DescribeKey');
    const studied = studyOf(scenarioOf());
    const lit = [
      { text: 'key', from, to: from + 15 },
      { text: 'grants', from: 0, to: 5 },
    ];
    const { highlights } = editorMarks({
      text: POLICY,
      report: reportOf(studied),
      notes: [],
      showsNotes: true,
      lit,
    });
    expect(highlights).toHaveLength(1);
    expect(highlights[0]).toMatchObject({
      isWholeLines: false,
      range: { start: { line: 15 }, end: { line: 15 } },
    });
  });
});

test('the statement of a line', () => {
  const report = reportOf(studyOf(scenarioOf()));
  expect(statementAt(report, POLICY, 3)).toBeUndefined();
  expect(statementAt(report, POLICY, 11)?.label).toBe('ReaderUse');
  expect(statementAt(report, POLICY, 17)?.label).toBe('ReaderUse');
  expect(statementAt(report, POLICY, 20)?.effect).toBe('Deny');
  expect(statementAt(report, POLICY, 25)).toBeUndefined();
});

describe('underlined problems', () => {
  test.each([
    ['{"a": ', 6, 6],
    ['{\n\n\n', 4, 4],
    ['', 0, 0],
    ['{"a":1}', 1, 1],
    ['{"a":1}', 1, 4],
  ])('%j from %d to %d stand under at least one character', (text, from, to) => {
    const [one] = squiggles(text, [
      { code: 'X', severity: 'error', message: 'x', span: { text: 'key', from, to } },
    ]);
    const lines = lineIndex(text);
    const { start, end } = one?.range ?? { start: lines.at(0), end: lines.at(0) };
    if (text !== '') expect(end.line > start.line || end.column > start.column).toBe(true);
  });
});
