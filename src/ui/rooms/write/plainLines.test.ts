import { expect, test } from 'vitest';
import { editorMarks } from './editorMarks.ts';
import { longestLine, plainLines } from './plainLines.ts';
import { POLICY, reportOf, scenarioOf, studyOf } from './testScenario.ts';
import { litSpans } from './write.view.ts';

test('the margin has a number a line, the bars and the highlighter', () => {
  const studied = studyOf(scenarioOf());
  const marks = editorMarks({
    text: POLICY,
    report: reportOf(studied),
    notes: [],
    showsNotes: false,
    lit: litSpans(null, studied),
  });
  const lines = plainLines(POLICY, marks);
  expect(lines).toHaveLength(POLICY.split('\n').length);
  expect(lines[2]).toEqual({ number: 3, effect: null, isLit: false });
  expect(lines[3]).toEqual({ number: 4, effect: 'Allow', isLit: false });
  expect(lines[23]).toEqual({ number: 24, effect: 'Deny', isLit: true });
  expect(plainLines('{', marks)).toEqual([{ number: 1, effect: null, isLit: false }]);
  expect(plainLines('', null)).toHaveLength(1);
});

test('the longest line', () => {
  expect(longestLine('')).toBe(0);
  expect(longestLine('a\r\nabc\rab')).toBe(3);
});
