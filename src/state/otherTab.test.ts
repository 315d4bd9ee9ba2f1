import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeStorage, visit } from './testVisit.ts';

type Tab = ReturnType<typeof visit>;

const titleOf = (tab: Tab) => tab.workspace.getState().scenario.title;
const keptBy = (tab: Tab) => {
  const { previous, older = [] } = tab.workspace.getState();
  return [previous, ...older].map((each) => each?.scenario.title);
};
const save = (tab: Tab) => tab.timers.advance(500);

function edit(tab: Tab, title: string): void {
  tab.workspace.getState().setTitle(title);
  save(tab);
}

function twoTabs(room?: number) {
  const { storage, writes } = fakeStorage(room);
  return { storage, writes, one: visit(() => storage, 'one'), two: visit(() => storage, 'two') };
}

describe('two tabs on the same work', () => {
  it('keep what the other has beside their own, and change nothing on screen', () => {
    const { one, two } = twoTabs();
    edit(two, 'Of two');
    one.hear();
    expect(titleOf(one)).not.toBe('Of two');
    expect(one.workspace.getState()).toMatchObject({
      revision: 1,
      previous: { tab: 'two', scenario: { title: 'Of two' } },
    });
  });

  it('save nothing only because the other did', () => {
    const { one, two, writes } = twoTabs();
    edit(two, 'Of two');
    one.hear();
    save(one);
    one.leave();
    expect(writes()).toBe(1);
  });

  it('lose nothing when the second saves, whether or not it heard of the first', () => {
    const { storage, one, two } = twoTabs();
    edit(one, 'Of one');
    edit(two, 'Of two');
    const next = visit(() => storage, 'next');
    expect(titleOf(next)).toBe('Of two');
    expect(next.workspace.getState().previous).toMatchObject({ tab: 'one', scenario: { title: 'Of one' } });
  });

  it("keep only the last version of the other's", () => {
    const { one, two } = twoTabs();
    for (const title of ['O', 'Of', 'Of two']) {
      edit(two, title);
      one.hear();
    }
    expect(keptBy(one)).toEqual(['Of two']);
  });

  it('change places with the other version, and back', () => {
    const { one, two } = twoTabs();
    edit(one, 'Of one');
    edit(two, 'Of two');
    one.hear();
    one.workspace.getState().undoOpen();
    expect([titleOf(one), ...keptBy(one)]).toEqual(['Of two', 'Of one']);
    // The other goes on: what this tab had before must not make room for that.
    save(one);
    edit(two, 'Of two again');
    one.hear();
    expect(keptBy(one)).toContain('Of one');
    one.workspace.getState().undoOpen();
    one.workspace.getState().settleTabs();
    expect(one.workspace.getState().previous).not.toHaveProperty('tab');
    expect([titleOf(one), ...keptBy(one)]).toEqual(expect.arrayContaining(['Of one', 'Of two again']));
  });

  it('keep what one took over from the other and then changed, since the other still shows it', () => {
    const { storage, one, two } = twoTabs();
    edit(two, 'Of two');
    one.hear();
    one.workspace.getState().undoOpen();
    edit(one, 'Of two, changed by one');
    const next = visit(() => storage, 'next');
    expect([titleOf(next), ...keptBy(next)]).toEqual(
      expect.arrayContaining(['Of two, changed by one', 'Of two']),
    );
  });

  it('keep the same also where both had saved before', () => {
    const { storage, one, two } = twoTabs();
    edit(one, 'Of one');
    edit(two, 'Of two');
    two.workspace.getState().undoOpen();
    edit(two, 'Of one, changed by two');
    const next = visit(() => storage, 'next');
    expect([titleOf(next), ...keptBy(next)]).toEqual(
      expect.arrayContaining(['Of one, changed by two', 'Of two', 'Of one']),
    );
  });

  it('rather save nothing than write over the other where there is no room for both', () => {
    const { storage, one, two } = twoTabs(25_000);
    two.workspace.getState().setText('key', 'x'.repeat(9_000));
    save(two);
    one.workspace.getState().setText('key', 'y'.repeat(9_000));
    save(one);
    expect(one.reports).toEqual(["Won't be remembered in this browser."]);
    expect(visit(() => storage).workspace.getState().scenario.keys[0]?.policy.text).toContain('xxx');
  });

  it('agree without a word where both have the same', () => {
    const { one, two } = twoTabs();
    edit(one, 'The same');
    two.workspace.getState().setTitle('The same');
    save(two);
    one.hear();
    expect(keptBy(one)).toEqual([undefined]);
    expect(keptBy(two)).toEqual([undefined]);
  });

  it('never lose the last version of either, in any order of editing, hearing and going away', () => {
    const act = fc.record({
      tab: fc.constantFrom(0, 1),
      what: fc.constantFrom('edit', 'save', 'hear', 'swap', 'settle'),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const { storage, one, two } = twoTabs();
        const tabs = [one, two];
        let count = 0;
        for (const { tab, what } of acts) {
          const it = tabs[tab] ?? one;
          if (what === 'edit') it.workspace.getState().setTitle(`Version ${(count += 1)}`);
          else if (what === 'save') save(it);
          else if (what === 'hear') it.hear();
          else if (what === 'swap' && it.workspace.getState().previous?.tab !== undefined)
            it.workspace.getState().undoOpen();
          else if (what === 'settle') it.workspace.getState().settleTabs();
        }
        for (const tab of tabs) tab.leave();
        const left = visit(() => storage);
        const changed = tabs.filter((tab) => tab.workspace.getState().revision > 1);
        expect([titleOf(left), ...keptBy(left)]).toEqual(expect.arrayContaining(changed.map(titleOf)));
      }),
      { numRuns: 1000 },
    );
  });
});
