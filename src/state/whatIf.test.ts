import { afterEach, describe, expect, it } from 'vitest';
import { startTestApp, stopTestApps, until } from './testApp.ts';

afterEach(stopTestApps);

const settled = async (app: Awaited<ReturnType<typeof startTestApp>>) =>
  until(() => app.whatIf.getState().revision === app.workspace.getState().revision);

async function appWithAdditions() {
  const app = await startTestApp();
  const { workspace } = app;
  workspace.getState().setRequest({
    principal: 'arn:aws:sts::111122223333:assumed-role/OrdersApp/one',
    action: 'kms:Encrypt',
  });
  await settled(app);
  return app;
}

describe('what would turn the answer', () => {
  it('comes after the answer, and turns it when applied', async () => {
    const app = await appWithAdditions();
    expect(app.results.getState().reply?.answer?.decision).toBe('implicitDeny');
    const before = app.workspace.getState().scenario;
    const [addition] = app.whatIf.getState().whatIf?.additions ?? [];
    if (addition === undefined) throw new Error('The example offers something here.');
    app.whatIf.getState().apply(addition);
    expect(app.workspace.getState().scenario).not.toBe(before);
    await until(() => app.results.getState().revision === app.workspace.getState().revision);
    expect(app.results.getState().reply?.answer?.decision).toBe('allowed');
    app.changes.getState().undo();
    expect(app.workspace.getState().scenario.keys[0]?.policy.text).toBe(before.keys[0]?.policy.text);
    expect(app.changes.getState().applied).toBeNull();
  });

  it('is not applied to documents it was not made for', async () => {
    const app = await appWithAdditions();
    const [addition] = app.whatIf.getState().whatIf?.additions ?? [];
    if (addition === undefined) throw new Error('The example offers something here.');
    app.workspace.getState().setText('key', '{}');
    app.whatIf.getState().apply(addition);
    expect(app.workspace.getState().scenario.keys[0]?.policy.text).toBe('{}');
    expect(app.changes.getState().applied).toBeNull();
  });

  it('cannot be taken back once something else changed', async () => {
    const app = await appWithAdditions();
    const [addition] = app.whatIf.getState().whatIf?.additions ?? [];
    if (addition === undefined) throw new Error('The example offers something here.');
    app.whatIf.getState().apply(addition);
    expect(app.changes.getState().applied?.sentence).toMatch(/\.$/);
    app.workspace.getState().setTitle('Another');
    expect(app.changes.getState().applied).toBeNull();
  });

  it('leaves an edit of the request without its name and expectation', async () => {
    const app = await startTestApp();
    app.workspace.getState().setRequest({
      name: 'saved',
      expect: { decision: 'allowed' },
      principal: 'anonymous',
      action: 'kms:Decrypt',
    });
    app.workspace
      .getState()
      .applyEdits([{ kind: 'request', pointer: '/parameters/EncryptionContext/a~1b', value: '1' }]);
    expect(app.workspace.getState().request).toEqual({
      principal: 'anonymous',
      action: 'kms:Decrypt',
      parameters: { EncryptionContext: { 'a/b': '1' } },
    });
  });
});
