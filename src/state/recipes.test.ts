import { afterEach, describe, expect, it } from 'vitest';
import type { App } from './app.ts';
import { startTestApp, stopTestApps, until } from './testApp.ts';

afterEach(stopTestApps);

const recipes = (app: App) => app.recipes.getState();
const policy = (app: App) => app.workspace.getState().scenario.keys[0]?.policy.text ?? '';

async function openedAt(app: App, id: string): Promise<void> {
  recipes(app).open(id);
  await until(() => recipes(app).isCurrent);
}

describe('adding from a recipe', () => {
  it('offers every recipe with values of the scenario, tries it out, adds it and takes it back', async () => {
    const app = await startTestApp();
    const before = policy(app);
    recipes(app).open();
    await until(() => recipes(app).offers !== null);
    expect(recipes(app).offers?.length).toBeGreaterThan(20);
    expect(recipes(app).chosen).toBeNull();
    recipes(app).choose(recipes(app).offers?.find(({ id }) => id === 'users') ?? null);
    expect(recipes(app).entered).toEqual({ users: ['arn:aws:iam::111122223333:role/OrdersApp'] });
    await until(() => recipes(app).isCurrent);
    expect(recipes(app).preview).toMatchObject({ kind: 'ready' });

    recipes(app).apply();
    expect(policy(app)).toContain('"Sid": "KeyUsers"');
    expect(recipes(app).isOpen).toBe(false);
    expect(app.changes.getState().applied?.sentence).toBe('Key users: added 1 statement to the key policy.');
    const [span] = app.focus.getState().focus?.spans ?? [];
    expect(policy(app).slice(span?.from, span?.to)).toContain('KeyUsers');
    app.changes.getState().undo();
    expect(policy(app)).toBe(before);
  });

  it('answers what is entered now, and applies nothing else', async () => {
    const app = await startTestApp();
    await openedAt(app, 'users');
    recipes(app).enter('users', ['arn:aws:iam::111122223333:role/First']);
    recipes(app).enter('users', ['nobody']);
    recipes(app).apply();
    expect(policy(app)).not.toContain('KeyUsers');
    await until(() => recipes(app).isCurrent);
    expect(recipes(app).preview).toMatchObject({
      kind: 'problems',
      problems: [{ parameter: 'users', index: 0 }],
    });
  });

  it('tries again when the documents change under the form', async () => {
    const app = await startTestApp();
    await openedAt(app, 'cloudtrail');
    app.workspace.getState().setText('key', '{ broken');
    expect(recipes(app).isCurrent).toBe(false);
    await until(() => recipes(app).isCurrent);
    expect(recipes(app).preview).toMatchObject({ kind: 'obstacle' });
  });

  it('gives the other account its IAM policy, and opens nothing but the text that changed', async () => {
    const app = await startTestApp();
    await openedAt(app, 'cross-account-roles');
    recipes(app).apply();
    const reader = app.workspace
      .getState()
      .scenario.identities.find(({ arn }) => arn.endsWith(':role/Reader'));
    expect(reader?.policies?.map(({ name }) => name)).toEqual(['ReaderAccess', 'UseSharedKey']);
    app.changes.getState().undo();
    expect(policy(app)).not.toContain('UseByRolesOfOtherAccount');
  });

  it('says so where the engine fails', async () => {
    const app = await startTestApp({
      askRecipe: () => Promise.reject(new Error('broken')),
    });
    await openedAt(app, 'users');
    expect(recipes(app).preview).toMatchObject({ kind: 'obstacle' });
  });
});
