import { describe, expect, test } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { Diagnostic, Severity } from '#engine/source/diagnostic.ts';
import { phraseText } from '#kit/phrase.ts';
import type { Focus } from '#state/app.ts';
import {
  GRANTS,
  KEY_ARN,
  POLICY,
  READER,
  reader,
  reportOf,
  scenarioOf,
  studyOf,
  workOf,
} from './testScenario.ts';
import {
  brokenBanner,
  editorLabel,
  isNewPin,
  litSpans,
  otherProblems,
  problemRows,
  problemSummary,
  tabViews,
  ticked,
} from './write.view.ts';

const lines = POLICY.split('\n');
/** A comma missing at the end of line 5. */
const BROKEN = lines.map((line, index) => (index === 4 ? line.replace(',', '') : line)).join('\n');

describe('the tabs', () => {
  test('before the engine has answered, and of a scenario with nothing in it', () => {
    expect(tabViews(workOf(scenarioOf()), null)).toEqual([
      { id: 'keyPolicy', label: 'Key policy' },
      { id: 'identities', label: 'Identities' },
      { id: 'grants', label: 'Grants' },
      { id: 'organization', label: 'Organization' },
      { id: 'resources', label: 'Resources' },
      { id: 'key', label: 'Key' },
    ]);
    expect(tabViews(workOf({ ...scenarioOf(), keys: [] }), null).map(({ id }) => id)).toHaveLength(6);
  });

  test('show where the highlighter lies', () => {
    const scenario = scenarioOf({ identities: [reader] });
    const lit = new Set([`boundary/${READER}`]);
    const tabs = tabViews(workOf(scenario), null, lit);
    expect(tabs.filter(({ isLit }) => isLit === true).map(({ id }) => id)).toEqual(['identities']);
  });

  test('count what the organization and the resources hold, and keys where there are several', () => {
    const document = { id: 'x', text: '{}' };
    const [key] = scenarioOf().keys;
    const scenario: Scenario = {
      ...scenarioOf(),
      keys: key === undefined ? [] : [key, { ...key, arn: `${KEY_ARN}2`, policy: { id: 'key:2', text: '' } }],
      organizationPolicies: [{ type: 'RESOURCE_CONTROL_POLICY', name: 'X', targets: [], document }],
      vpcEndpoints: [{ id: 'vpce-1a2b3c4d' }],
      resources: [{ arn: 'arn:aws:s3:::b/*' }],
    };
    expect(tabViews(workOf(scenario), null).slice(3)).toEqual([
      { id: 'organization', label: 'Organization', count: 1 },
      { id: 'resources', label: 'Resources', count: 2 },
      { id: 'key', label: 'Keys', count: 2 },
    ]);
  });

  test('count identities and grants', () => {
    const scenario = scenarioOf({ grants: GRANTS, identities: [{ ...reader, policies: [] }] });
    const tabs = tabViews(workOf(scenario), studyOf(scenario));
    const [policy, identities, grants] = tabs;
    const key = tabs.at(-1);
    expect(policy).toEqual({ id: 'keyPolicy', label: 'Key policy' });
    expect(identities).toMatchObject({ count: 1 });
    expect(grants).toMatchObject({ count: 1 });
    expect(key).not.toHaveProperty('count');
  });

  test('carry the errors of their own texts, in a number and in words', () => {
    const scenario = scenarioOf({ policy: BROKEN, grants: '[', identities: [reader] });
    const studied = studyOf(scenario);
    const [policy, identities, grants] = tabViews(workOf(scenario), studied);
    const errors = reportOf(studied).diagnostics.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(0);
    expect(policy).toMatchObject({ count: errors, problem: errors === 1 ? '1 error' : `${errors} errors` });
    expect(identities?.problem).toMatch(/^\d+ errors?$/);
    expect(grants?.problem).toMatch(/^\d+ errors?$/);
    const mended = scenarioOf({ grants: '[', identities: [reader] });
    expect(tabViews(workOf(mended), studyOf(mended))[0]).not.toHaveProperty('problem');
  });
});

describe('the banner over a broken text', () => {
  test('names the line, while an older text answers', () => {
    const report = reportOf(studyOf(scenarioOf({ policy: BROKEN, fallback: POLICY })));
    expect(report.usedFallback).toBe(true);
    const banner = brokenBanner(report, BROKEN);
    expect(banner?.words).toBe(`Showing the last valid version while line ${banner?.line} has a problem.`);
    expect([5, 6]).toContain(banner?.line);
  });

  test('says that nothing answers, where there is no older text', () => {
    const report = reportOf(studyOf(scenarioOf({ policy: BROKEN })));
    expect(report).toMatchObject({ usedFallback: false, usable: false });
    expect(brokenBanner(report, BROKEN)?.words).toMatch(/^Line [56] has a problem\. Until it is mended/);
  });

  test('is silent about good texts, empty ones, and before the first report', () => {
    expect(brokenBanner(null, BROKEN)).toBeNull();
    expect(brokenBanner(reportOf(studyOf(scenarioOf())), POLICY)).toBeNull();
    expect(brokenBanner(reportOf(studyOf(scenarioOf({ policy: ' ' }))), ' ')).toBeNull();
  });
});

function diagnostic(severity: Severity, from: number, message = 'A `b` c.', help?: string): Diagnostic {
  const span = { text: 'key', from, to: from + 1 };
  return { code: 'CODE', severity, message, span, ...(help === undefined ? {} : { help }) };
}

describe('the problem list', () => {
  test('has the worst first, then by place, with line and column', () => {
    const rows = problemRows('ab\ncd\nef', [
      diagnostic('suggestion', 0),
      diagnostic('error', 7),
      diagnostic('securityWarning', 3),
      diagnostic('error', 1, 'Broken.', 'Mend `it`.'),
    ]);
    expect(rows.map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['error', 1, 2],
      ['error', 3, 2],
      ['risk', 2, 1],
      ['note', 1, 1],
    ]);
    expect(rows[0]?.help).toEqual(['Mend ', { code: 'it' }, '.']);
    expect(rows[1]?.message).toEqual(['A ', { code: 'b' }, ' c.']);
  });

  test('of other documents has a line for each, which leads to its worst', () => {
    const own = (text: string, severity: Severity, from: number): Diagnostic => ({
      ...diagnostic(severity, from),
      span: { text, from, to: from + 1 },
    });
    const texts = new Map([
      ['a', { name: 'Own of role/App' }],
      ['b', { name: 'the grants' }],
    ]);
    const problems = [
      own('a', 'suggestion', 1),
      own('b', 'warning', 2),
      own('a', 'error', 3),
      own('c', 'error', 4),
    ];
    expect(otherProblems(problems, texts)).toEqual([
      { name: 'Own of role/App', words: '1 error, 1 note', span: { text: 'a', from: 3, to: 4 } },
      { name: 'the grants', words: '1 warning', span: { text: 'b', from: 2, to: 3 } },
    ]);
  });

  test('sums up in words', () => {
    expect(problemSummary([])).toBe('');
    const all = (['warning', 'error', 'suggestion', 'securityWarning', 'error'] as const).map((severity) =>
      diagnostic(severity, 0),
    );
    expect(problemSummary(all)).toBe('2 errors, 1 risk, 1 warning, 1 note');
  });

  test.each(['', 'plain', '`a`', 'a `b', '``', '`a` `', 'x `y` z `w` v'])('loses nothing of %j', (text) => {
    expect(phraseText(ticked(text)).replaceAll('`', '')).toBe(text.replaceAll('`', ''));
  });
});

describe('the highlighter', () => {
  const studied = studyOf(scenarioOf());
  const span = { text: 'key', from: 3, to: 5 };
  const focus: Focus = { label: 'x', spans: [span], from: 'see', pinned: false };

  test('lies on what decided until something is in focus', () => {
    const deciding = litSpans(null, studied);
    expect(deciding).toHaveLength(1);
    expect(POLICY.slice(deciding[0]?.from, deciding[0]?.to)).toContain('"Deny"');
    expect(litSpans(focus, studied)).toEqual([span]);
    expect(litSpans({ ...focus, spans: [] }, studied)).toEqual([]);
    expect(litSpans(null, null)).toEqual([]);
  });

  test.each([
    ['the first pin', null, { ...focus, pinned: true }, false, true],
    ['a hover', null, focus, false, false],
    ['nothing', { ...focus, pinned: true }, null, false, false],
    [
      'the same pin moved along with the text',
      { ...focus, pinned: true },
      { ...focus, pinned: true },
      true,
      false,
    ],
    ['the same pin set again', { ...focus, pinned: true }, { ...focus, pinned: true }, false, true],
    [
      'another pin while typing',
      { ...focus, pinned: true },
      { ...focus, label: 'y', pinned: true },
      true,
      true,
    ],
  ])('%s', (_, before, now, textChanged, isNew) => {
    expect(isNewPin(before, now, textChanged)).toBe(isNew);
  });
});

test('the name of the code editor says how Tab leaves it', () => {
  expect(editorLabel('Key policy', false, false)).toContain(
    'Key policy, JSON. Press Ctrl+M to let Tab leave the editor.',
  );
  expect(editorLabel('Grants', false, true)).toContain('Ctrl+Shift+M');
  expect(editorLabel('Grants', true, false)).toBe('Grants, JSON.');
});
