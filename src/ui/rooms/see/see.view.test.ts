import { describe, expect, it } from 'vitest';
import type { DocumentReport, Study } from '#engine/study.ts';
import type { ResultsState } from '#state/app.ts';
import { countWords, insteadOfGraph, seeScreen, shownView, staleWords } from './see.view.ts';
import { anyone, app, logs, ownerAccount, smallTable, testTable } from './testTable.ts';

const report: DocumentReport = {
  id: 'key',
  kind: 'key',
  usedFallback: false,
  usable: true,
  diagnostics: [],
  statements: [],
  bytes: 2,
};
const study: Study = {
  documents: [report],

  requestProblems: [],
  answer: null,
  record: null,
  access: smallTable,
  suggestions: {
    principals: [],
    operations: [],
    viaServices: [],
    contextKeys: [],
    encryptionContext: [],
    parameters: [],
  },
  findings: [],
};
const results: ResultsState = {
  status: 'ready',
  reply: study,
  revision: 1,
  study,
  studied: 1,
  restarts: 0,
  notice: null,
};
const withStudy = (some: Partial<Study>) => seeScreen({ ...results, study: { ...study, ...some } });

describe('seeScreen', () => {
  it('waits for the first answer', () => {
    expect(seeScreen({ ...results, study: null, status: 'starting' })).toEqual({ kind: 'waiting' });
    expect(seeScreen({ ...results, study: null, status: 'restarting' })).toEqual({ kind: 'waiting' });
  });

  it('says that the engine stopped before any answer', () => {
    expect(
      seeScreen({ ...results, study: null, status: 'failed', notice: 'It did not start.' }),
    ).toMatchObject({
      kind: 'unavailable',
      sentence: 'It did not start.',
    });
  });

  it('keeps the last answer when the engine stops later', () => {
    expect(seeScreen({ ...results, status: 'failed' })).toMatchObject({ kind: 'ready', table: smallTable });
  });

  it('says what stands in the way of a table', () => {
    expect(withStudy({ access: null, documents: [{ ...report, usable: false }] })).toEqual({
      kind: 'unavailable',
      title: 'Nothing to see yet.',
      sentence: "The key policy can't be read. Write marks the place.",
    });
    expect(withStudy({ access: null })).toMatchObject({ title: 'No key policy yet.' });
  });

  it('says when nobody is granted anything', () => {
    expect(withStudy({})).toMatchObject({ isLockedOut: false });
    expect(withStudy({ access: testTable([logs]) })).toMatchObject({ isLockedOut: true });
    expect(withStudy({ access: testTable([]) })).toMatchObject({ isLockedOut: true });
    expect(withStudy({ access: testTable([anyone]) })).toMatchObject({ isLockedOut: true });
    expect(withStudy({ access: testTable([app]) })).toMatchObject({ isLockedOut: false });
    expect(withStudy({ access: testTable([ownerAccount]) })).toMatchObject({ isLockedOut: false });
  });
});

describe('staleWords', () => {
  const old = { ...report, usedFallback: true };
  it.each([
    [[report], null],
    [[old], 'Showing the last valid version: the key policy has a problem.'],
    [
      [report, { ...old, kind: 'grants' as const }],
      'Showing the last valid version: the list of grants has a problem.',
    ],
    [[old, old], 'Showing the last valid version: 2 documents have a problem.'],
  ])('case %#', (documents, words) => {
    expect(staleWords(documents)).toBe(words);
  });
});

it('counts principals and actions', () => {
  expect(countWords(smallTable)).toBe('5 principals · 6 actions');
});

describe('shownView', () => {
  const choice = { preferred: 'graph', insists: false, isNarrow: false, principals: 5 } as const;
  it.each([
    [choice, 'graph', false],
    [{ ...choice, preferred: 'table' }, 'table', false],
    [{ ...choice, isNarrow: true }, 'table', false],
    [{ ...choice, isNarrow: true, insists: true }, 'graph', false],
    [{ ...choice, principals: 200 }, 'graph', false],
    [{ ...choice, principals: 201 }, 'table', true],
    [{ ...choice, principals: 201, insists: true }, 'graph', false],
    [{ ...choice, principals: 201, preferred: 'table' }, 'table', false],
  ] as const)('case %#', (some, view, saysWhy) => {
    expect(shownView(some)).toBe(view);
    expect(insteadOfGraph(some) !== null).toBe(saysWhy);
  });
});
