import { expect, test } from 'vitest';
import { manualTimers } from '#worker/manualTimers.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import { KEY_POLICY } from './keyEdits.ts';
import { createResults } from './results.ts';
import { createShown } from './shown.ts';
import { createWorkspace } from './workspace.ts';

function setUp() {
  const workspace = createWorkspace(ordersKey);
  const results = createResults();
  const timers = manualTimers();
  const shown = createShown(workspace, results, timers);
  const drawn: string[] = [];
  shown.subscribe(({ scenario }) => drawn.push(scenario.keys[0]?.policy.text ?? ''));
  return {
    workspace,
    results,
    timers,
    drawn,
    type: (text: string) => shown.getState().type(KEY_POLICY, text),
    text: () => shown.getState().scenario.keys[0]?.policy.text,
    typed: () => workspace.getState().scenario.keys[0]?.policy.text,
  };
}

test('what is typed is in the workspace at once, and on the page with the answer', () => {
  const { workspace, results, type, text, typed, drawn } = setUp();
  type('a');
  expect([typed(), text()]).toEqual(['a', ordersKey.keys[0]?.policy.text]);
  results.setState({ revision: workspace.getState().revision });
  expect(text()).toBe('a');
  expect(drawn).toEqual(['a']);
});

test('where the answer takes its time the page follows after a moment, counted from the first letter', () => {
  const { timers, type, text, drawn } = setUp();
  type('a');
  timers.advance(60);
  type('ab');
  timers.advance(60);
  expect(text()).toBe('ab');
  expect(drawn).toEqual(['ab']);
});

test('the page follows an engine that gave up', () => {
  const { results, type, text } = setUp();
  type('a');
  results.setState({ status: 'failed' });
  expect(text()).toBe('a');
});

test('every other change is on the page at once, and what was typed before it', () => {
  const { workspace, timers, type, text, drawn } = setUp();
  type('a');
  workspace.getState().setTitle('Another');
  expect(text()).toBe('a');
  timers.advance(1000);
  expect(drawn).toHaveLength(1);
});

test('a usable text that is remembered shows nothing that is still being typed', () => {
  const { workspace, type, text } = setUp();
  type('a');
  const { scenario } = workspace.getState();
  workspace.setState({ scenario: { ...scenario } });
  expect(text()).not.toBe('a');
});
