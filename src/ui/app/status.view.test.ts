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

test.each<[string, Partial<ResultsState>, number, string]>([
  ['an answer of this revision', {}, 3, 'Up to date'],
  ['an answer of an earlier revision', {}, 4, 'Working'],
  ['an engine being replaced', { status: 'restarting' }, 3, 'Restarting the engine'],
  ['an engine that gave up', { status: 'failed' }, 3, 'Not answering'],
])('%s', (_, change, revision, words) => {
  expect(statusView({ revision }, { ...ready, ...change }).freshness).toBe(words);
});
