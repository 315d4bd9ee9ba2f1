import { afterEach, describe, expect, it } from 'vitest';
import { readScenario } from '#engine/scenario/readScenario.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import { WORKSPACE_NAME } from './persistence.ts';
import { scenarioToSave } from './scenarioToSave.ts';
import { startTestApp, stopTestApps, until } from './testApp.ts';

afterEach(stopTestApps);

describe('the app', () => {
  it('opens with the example and its answer', async () => {
    const app = await startTestApp();
    const { study, revision } = app.results.getState();
    expect(revision).toBe(app.workspace.getState().revision);
    expect(study?.answer).toMatchObject({
      decision: 'explicitDeny',
      deciding: [{ ref: 'key#DenyOutsideOrg' }],
    });
    expect(app.placement.getState().message).toBeNull();
  });

  it('answers anew when the text changes', async () => {
    const app = await startTestApp();
    const [key] = ordersKey.keys;
    const [before = '', after = ''] = (key?.policy.text ?? '').split('"Effect": "Deny"');
    app.workspace.getState().setText('key', `${before}"Effect": "Allow"${after}`);
    await until(() => app.results.getState().studied === 2);
    expect(app.results.getState().study?.answer?.decision).toBe('allowed');
  });

  it('goes on where the last visit ended, and says what it could not read', async () => {
    const entries = new Map([[WORKSPACE_NAME, 'not ours']]);
    const storage = {
      getItem: (name: string) => entries.get(name) ?? null,
      setItem: (name: string, value: string) => void entries.set(name, value),
    };
    const app = await startTestApp({}, { storage });
    expect(app.placement.getState()).toMatchObject({ tone: 'problem' });
    expect(app.placement.getState().message).toContain('keyway.workspace.setAside.1');
    app.workspace.getState().setTitle('Mine');
    await until(() => entries.get(WORKSPACE_NAME) !== 'not ours');
    const again = await startTestApp({}, { storage });
    expect(again.workspace.getState()).toMatchObject({ isExample: false, scenario: { title: 'Mine' } });
    expect(again.placement.getState().message).toBeNull();
  });

  it('works where storage is blocked, and says so', async () => {
    const app = await startTestApp(
      {},
      {
        storage: {
          getItem() {
            throw new DOMException('blocked', 'SecurityError');
          },
          setItem() {
            throw new DOMException('blocked', 'SecurityError');
          },
        },
      },
    );
    app.workspace.getState().setTitle('Mine');
    await until(() => app.placement.getState().message !== null);
    expect(app.placement.getState()).toMatchObject({
      message: "Won't be remembered in this browser.",
      tone: 'problem',
    });
    await until(() => app.results.getState().studied === 2);
  });

  it('prints a scenario that opens as the same work, asking the same', async () => {
    const app = await startTestApp();
    const request = { principal: 'arn:aws:iam::111122223333:root', action: 'kms:Encrypt' };
    app.workspace.getState().setText('key', '{ "broken": ');
    app.workspace.getState().setRequest(request);
    const { scenarios, diagnostics } = readScenario(app.print(), { unindent: true });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scenarios[0]?.keys[0]?.policy.text).toBe('{ "broken": ');
    expect(scenarios[0]?.requests).toHaveLength(7);
    expect(scenarios[0]?.requests[0]).toEqual(request);
  });
});

describe('the scenario to save', () => {
  const [first] = ordersKey.requests;

  it('is as it is where the request is one of its own', () => {
    expect(
      scenarioToSave(ordersKey, { ...first, principal: first?.principal ?? '', action: 'kms:Decrypt' }),
    ).toBe(ordersKey);
  });

  it('does not call a changed request by the name of the saved one, nor expect the same of it', () => {
    const changed = { ...first, principal: 'anonymous', action: 'kms:Decrypt' };
    const [saved] = scenarioToSave(ordersKey, changed).requests;
    expect(saved).toMatchObject({ principal: 'anonymous', viaService: first?.viaService });
    expect(saved).not.toHaveProperty('name');
    expect(saved).not.toHaveProperty('expect');
  });

  it('keeps name and expectation of a request that is new', () => {
    const mine = {
      name: 'Mine',
      principal: 'anonymous',
      action: 'kms:Sign',
      expect: { decision: 'denied' },
    } as const;
    expect(scenarioToSave(ordersKey, mine).requests[0]).toBe(mine);
  });
});
