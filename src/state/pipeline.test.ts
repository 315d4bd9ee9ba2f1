import { afterEach, describe, expect, it } from 'vitest';
import type { Scenario } from '#engine/scenario/scenario.ts';
import type { StudyInput } from '#engine/study.ts';
import { createEngineClient, type EngineClient } from '#worker/engineClient.ts';
import { connectInProcess } from '#worker/inProcess.ts';
import { manualTimers } from '#worker/manualTimers.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import { startPipeline } from './pipeline.ts';
import { createResults } from './results.ts';
import { findDocument } from '#engine/scenario/mapDocuments.ts';
import { engine } from './testEngine.ts';
import { createWorkspace } from './workspace.ts';

const clients: EngineClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

/** The stores around an engine that really answers, with a look at what was sent to it. */
function setUp(scenario: Scenario = ordersKey) {
  const timers = manualTimers();
  const workspace = createWorkspace(scenario);
  const results = createResults();
  const sent: StudyInput[] = [];
  const statuses: string[] = [];
  let fault: string | null = null;
  results.subscribe(({ status }) => {
    if (statuses.at(-1) !== status) statuses.push(status);
  });
  const client = startPipeline({
    workspace,
    results,
    engine: (listener) =>
      createEngineClient({
        listener,
        timers,
        connect: () =>
          connectInProcess({
            ...engine,
            reply(input) {
              sent.push(input);
              if (fault !== null) throw new TypeError(fault);
              return engine.reply(input);
            },
          }),
      }),
  });
  clients.push(client);
  /** Lets what is scheduled and under way come to an end. */
  const settle = async () => {
    const { revision } = workspace.getState();
    await until(() => results.getState().studied === revision || results.getState().status === 'failed');
  };
  return {
    workspace,
    results,
    sent,
    statuses,
    settle,
    setFault: (text: string | null) => (fault = text),
  };
}

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 5_000 && !done(); turn += 1) {
    // eslint-disable-next-line no-await-in-loop -- each turn shows what the one before it did
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(done()).toBe(true);
}

describe('the pipeline', () => {
  it('answers the workspace it starts with at once', async () => {
    const { results, settle, statuses } = setUp();
    expect(results.getState()).toMatchObject({ status: 'starting', reply: null, study: null, revision: 0 });
    await settle();
    expect(results.getState()).toMatchObject({ status: 'ready', revision: 1, notice: null });
    expect(results.getState().study?.documents.map((report) => report.id)).toContain('key');
    expect(statuses).toEqual(['working', 'ready']);
  });

  it('asks nothing while an event makes several changes, and then once', async () => {
    const { workspace, results, settle, sent } = setUp();
    await settle();
    for (const text of ['{', '{}', '{ }']) workspace.getState().setText('key', text);
    workspace.getState().setTitle('Mine');
    expect(sent).toHaveLength(1);
    await settle();
    expect(sent).toHaveLength(2);
    expect(results.getState().revision).toBe(workspace.getState().revision);
  });

  it('lets the last usable version answer while the text is broken', async () => {
    const { workspace, results, settle, sent } = setUp();
    await settle();
    const good = findDocument(ordersKey, 'key')?.text ?? '';
    const broken = good.slice(0, -20);
    workspace.getState().setText('key', broken);
    await settle();
    expect(sent.at(-1)?.scenario.keys[0]?.policy).toEqual({ id: 'key', text: broken, fallback: good });
    const report = results.getState().study?.documents.find((each) => each.id === 'key');
    expect(report).toMatchObject({ usable: true, usedFallback: true });
    // A second broken version does not become what answers.
    workspace.getState().setText('key', '{');
    await settle();
    expect(sent.at(-1)?.scenario.keys[0]?.policy).toEqual({ id: 'key', text: '{', fallback: good });
    const better = good.replace('DenyOutsideOrg', 'DenyOthers');
    workspace.getState().setText('key', better);
    await settle();
    workspace.getState().setText('key', '[');
    await settle();
    expect(sent.at(-1)?.scenario.keys[0]?.policy.fallback).toBe(better);
  });

  it('sends no text twice', async () => {
    const { workspace, settle, sent } = setUp();
    await settle();
    workspace.getState().setTitle('Mine');
    await settle();
    expect(findDocument(workspace.getState().scenario, 'key')?.fallback).toBeDefined();
    expect(JSON.stringify(sent.at(-1))).not.toContain('fallback');
  });

  it('does not let the policy of other work answer for a broken one', async () => {
    const { workspace, settle, sent } = setUp();
    const [key] = ordersKey.keys;
    if (key === undefined) throw new Error('The example has a key.');
    // The study of the first work is still under way when the other work is opened.
    workspace.getState().open({ ...ordersKey, keys: [{ ...key, policy: { id: 'key', text: '{' } }] });
    await settle();
    expect(sent.at(-1)?.scenario.keys[0]?.policy).toEqual({ id: 'key', text: '{' });
    expect(workspace.getState().scenario.keys[0]?.policy).toEqual({ id: 'key', text: '{' });
  });

  it('says calmly that the engine failed, keeps the last answer, and goes on with the next change', async () => {
    const { workspace, results, settle, setFault } = setUp();
    await settle();
    const { study } = results.getState();
    setFault('plan is undefined');
    workspace.getState().setTitle('Fatal');
    await settle();
    expect(results.getState()).toMatchObject({
      status: 'failed',
      revision: 1,
      fault: 'plan is undefined',
      restarts: 0,
    });
    expect(results.getState().study).toBe(study);
    expect(results.getState().notice).toMatch(/^The engine failed on this version.*Your text is safe/);
    setFault(null);
    workspace.getState().setTitle('Fine');
    await settle();
    await until(() => results.getState().status === 'ready');
    expect(results.getState()).toMatchObject({ status: 'ready', revision: 3, notice: null, fault: null });
  });
});
