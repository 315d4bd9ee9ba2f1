import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultKeyPolicy } from '../examples/defaultKeyPolicy.ts';
import { ordersKey } from '../examples/ordersKey.ts';
import { documentsOf } from '#engine/scenario/mapDocuments.ts';
import { PREFERENCES_NAME, WORKSPACE_NAME } from './persistence.ts';
import type { KeptStorage } from './storage.ts';
import { fakeStorage, visit } from './testVisit.ts';

const blocked = (): KeptStorage => {
  throw new DOMException('blocked', 'SecurityError');
};

/** Any text at all: broken JSON, escapes, control characters, lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.json().map((text) => text.slice(0, -1)),
  fc.constantFrom('\uD800', '"\uDFFF\uD83D"', '{"__proto__": 1}', '\u0000\u2028', '\uFEFF{}'),
);

describe('what is kept in the browser', () => {
  it('is read again as it was left, for any texts and names', () => {
    const name = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString'), anyText);
    fc.assert(
      fc.property(anyText, anyText, name, fc.dictionary(name, anyText), (policy, grants, title, pairs) => {
        const { storage } = fakeStorage();
        const first = visit(() => storage);
        const work = first.workspace.getState();
        work.open(defaultKeyPolicy);
        work.setTitle(title);
        work.setText('key', policy);
        work.setText('grants', grants);
        work.updateKey({ tags: pairs, metadata: { KeyState: 'Disabled', Other: [{ [title]: null }] } });
        work.setRequest({
          principal: title,
          action: 'kms:Decrypt',
          parameters: { EncryptionContext: pairs },
        });
        first.preferences.getState().set({ theme: 'dark' });
        first.preferences.getState().open('organization', title);
        first.leave();

        const second = visit(() => storage);
        const { revision: _r, ...left } = plain(first.workspace.getState());
        expect(plain(second.workspace.getState())).toEqual({ ...left, revision: 1 });
        expect(plain(second.preferences.getState())).toEqual(plain(first.preferences.getState()));
        expect(second.persistence.problem).toBeNull();
      }),
      { examples: [['{', '\uD800', '__proto__', { ['__proto__']: 'x' }]] },
    );
  });

  it('of the untouched example is only the request, so that a new release shows its own example', () => {
    const { storage, entries } = fakeStorage();
    const first = visit(() => storage);
    first.workspace.getState().setRequest({ principal: 'anonymous', action: 'kms:Sign' });
    first.leave();
    expect(entries.get(WORKSPACE_NAME)).not.toContain('DenyOutsideOrg');
    expect(visit(() => storage).workspace.getState()).toMatchObject({
      scenario: ordersKey,
      request: { principal: 'anonymous', action: 'kms:Sign' },
      isExample: true,
    });
  });

  it('is written once for a burst of changes, and at once when the page goes away', () => {
    const { storage, writes } = fakeStorage();
    const { workspace, timers, leave } = visit(() => storage);
    for (const text of ['a', 'ab', 'abc']) workspace.getState().setText('key', text);
    expect(writes()).toBe(0);
    timers.advance(500);
    expect(writes()).toBe(1);
    workspace.getState().setText('key', 'abcd');
    leave();
    expect(writes()).toBe(2);
    leave();
    timers.advance(10_000);
    expect(writes()).toBe(2);
    expect(documentsOf(visit(() => storage).workspace.getState().scenario)[0]?.text).toBe('abcd');
  });

  it('is saved while typing goes on without a pause', () => {
    const { storage, writes } = fakeStorage();
    const { workspace, timers } = visit(() => storage);
    for (let key = 0; key < 20; key += 1) {
      workspace.getState().setText('key', 'x'.repeat(key + 1));
      timers.advance(100);
    }
    expect(writes()).toBe(4);
  });
});

describe('storage that cannot be used', () => {
  it('when blocked leaves everything working and is said once', () => {
    const { workspace, preferences, reports, timers } = visit(blocked);
    workspace.getState().setText('key', 'a');
    preferences.getState().set({ theme: 'dark' });
    timers.advance(500);
    workspace.getState().setText('key', 'b');
    timers.advance(500);
    expect(reports).toEqual(["Won't be remembered in this browser."]);
    expect(documentsOf(workspace.getState().scenario)[0]?.text).toBe('b');
  });

  it('when full is said, and said again only after it worked in between', () => {
    const { storage } = fakeStorage(20_000);
    const { workspace, reports, timers } = visit(() => storage);
    for (const length of [30_000, 30_001, 10, 30_000]) {
      workspace.getState().setText('key', 'x'.repeat(length));
      timers.advance(500);
    }
    expect(reports).toHaveLength(2);
  });

  it('when too small for both keeps the present work and lets go of the replaced', () => {
    const { storage } = fakeStorage(15_000);
    const { workspace, reports, leave } = visit(() => storage);
    workspace.getState().setText('key', 'x'.repeat(10_000));
    workspace.getState().open({ ...ordersKey, title: 'New' });
    leave();
    expect(reports).toEqual([]);
    expect(visit(() => storage).workspace.getState()).toMatchObject({
      scenario: { title: 'New' },
      previous: null,
    });
  });
});

describe('what others left in the storage', () => {
  const good = JSON.stringify({ version: 1, request: { principal: 'p', action: 'a' }, previous: null });
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  it.each([
    ['is not JSON', '{"version": 1, ', 'cannot be read'],
    ['is empty', '', 'cannot be read'],
    ['is something else', '[1, 2, 3]', 'cannot be read'],
    ['is null', 'null', 'cannot be read'],
    ['is from an older version', good.replace('1', '0'), 'cannot be read'],
    ['is from a newer version', good.replace('1', '2'), 'is from a newer version of Keyway'],
    ['has a field of an unknown kind', good.replace('"previous"', '"extra":1,"previous"'), 'cannot be read'],
    ['has a value of a wrong kind', good.replace('"p"', '7'), 'cannot be read'],
    ['is nested without end', good.replace('"a"', `"a","context":{"x":${deep}}`), 'cannot be read'],
    ['reaches for the prototype', '{"__proto__":{"polluted":true},"version":1}', 'cannot be read'],
    ['is huge', `"${'x'.repeat(1_000_000)}"`, 'cannot be read'],
  ])('and %s is set aside, said, and never deleted', (_what, text, reason) => {
    const { storage, entries } = fakeStorage();
    entries.set(WORKSPACE_NAME, text);
    const { persistence, workspace, leave } = visit(() => storage);
    expect(persistence.workspace).toBeNull();
    expect(persistence.problem).toBe(
      `The work saved in this browser ${reason}; it is kept as \`keyway.workspace.setAside.1\` in the browser's storage.`,
    );
    workspace.getState().setTitle('Mine');
    leave();
    expect(entries.get('keyway.workspace.setAside.1')).toBe(text);
    expect(visit(() => storage).workspace.getState().scenario.title).toBe('Mine');
    expect('polluted' in {}).toBe(false);
  });

  it('is set aside each under its own name, the same text once', () => {
    const { storage, entries } = fakeStorage();
    for (const text of ['one', 'two', 'one']) {
      entries.set(WORKSPACE_NAME, text);
      visit(() => storage);
    }
    expect([...entries.values()].filter((text) => text !== 'one' && text !== 'two')).toEqual([]);
    expect(entries.get('keyway.workspace.setAside.1')).toBe('one');
    expect(entries.get('keyway.workspace.setAside.2')).toBe('two');
    expect(entries.has('keyway.workspace.setAside.3')).toBe(false);
  });

  it('stays untouched where there is no room to set it aside', () => {
    const { storage, entries } = fakeStorage(1_500);
    const foreign = 'x'.repeat(1_000);
    entries.set(WORKSPACE_NAME, foreign);
    const { persistence, workspace, reports, leave } = visit(() => storage);
    expect(persistence.problem).toContain('was left where it is');
    workspace.getState().setRequest({ principal: 'p', action: 'a' });
    leave();
    expect(entries.get(WORKSPACE_NAME)).toBe(foreign);
    expect(reports).toEqual(["Won't be remembered in this browser."]);
  });

  it('as settings falls back field by field', () => {
    const { storage, entries } = fakeStorage();
    entries.set(
      PREFERENCES_NAME,
      '{"version":1,"preferences":{"theme":"dark","seeView":"globe","later":1,"__proto__":{"pane":"write"}}}',
    );
    const { preferences, persistence } = visit(() => storage);
    expect(persistence.problem).toBeNull();
    expect(preferences.getState()).toMatchObject({ theme: 'dark', seeView: 'graph', pane: 'ask' });
  });

  it('never keeps the app from starting, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.oneof(fc.json(), fc.string()), (work, settings) => {
        const { storage, entries } = fakeStorage();
        entries.set(WORKSPACE_NAME, work);
        entries.set(PREFERENCES_NAME, settings);
        expect(visit(() => storage).workspace.getState().scenario).toEqual(ordersKey);
        expect([...entries.values()]).toEqual(expect.arrayContaining([work, settings]));
      }),
    );
  });
});

/** The data of a store without its actions. */
function plain(state: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => typeof value !== 'function'));
}
