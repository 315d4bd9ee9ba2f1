import { expect, test } from 'vitest';
import type { ResultsState } from '#state/app.ts';
import { statusView } from './status.view.ts';

const ready: ResultsState = {
  status: 'ready',
  reply: null,
  revision: 3,
  study: null,
  studied: 3,
  restarts: 0,
  notice: null,
};

test.each<[string, Partial<ResultsState>, boolean, string]>([
  ['an answer of this revision', {}, false, 'Up to date'],
  ['an answer that is taking its time', {}, true, 'Working'],
  ['an engine being replaced', { status: 'restarting' }, true, 'Restarting the engine'],
  ['an engine that gave up', { status: 'failed' }, true, 'Not answering'],
])('%s', (_, change, isBehind, words) => {
  expect(statusView({ isBehind }, { ...ready, ...change }).freshness).toBe(words);
});
