import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOrder, columnEntries, foldAbove, foldId, graphOrder } from './principals.view.ts';
import { anyone, app, logs, manyRoles, ownerAccount, partnerAccount, smallTable } from './testTable.ts';

const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id);

describe('graphOrder', () => {
  it('puts accounts first, then roles, services, and anyone else last', () => {
    expect(ids(graphOrder(smallTable.principals))).toEqual(
      ids([ownerAccount, partnerAccount, app, logs, anyone]),
    );
  });

  it('keeps roles of one account together in the order of the table', () => {
    expect(ids(graphOrder(manyRoles(5, 2))).map((id) => id.slice(-2))).toEqual([
      'R0',
      'R2',
      'R4',
      'R1',
      'R3',
    ]);
  });

  it('moves nobody when a principal at the end is removed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }), (count, accounts) => {
        const before = manyRoles(count + 1, accounts);
        const gone = before.at(-1);
        const after = ids(graphOrder(before.slice(0, -1)));
        expect(ids(graphOrder(before)).filter((id) => id !== gone?.id)).toEqual(after);
      }),
    );
  });
});

describe('accountOrder', () => {
  it('puts every role under its account', () => {
    expect(ids(accountOrder(smallTable.principals))).toEqual(
      ids([ownerAccount, app, partnerAccount, logs, anyone]),
    );
  });
});

describe('columnEntries', () => {
  it('draws up to forty principals one by one', () => {
    const entries = columnEntries(manyRoles(foldAbove, 2), new Set());
    expect(entries).toHaveLength(foldAbove);
    expect(entries.every((entry) => entry.isOpen === null)).toBe(true);
  });

  it('folds more by account and keeps single ones as they are', () => {
    const entries = columnEntries([...manyRoles(41, 3), partnerAccount, anyone], new Set());
    expect(entries.map((entry) => [entry.label, entry.members.length, entry.isOpen])).toEqual([
      [partnerAccount.label, 1, null],
      ['Account 111122220000', 14, false],
      ['Account 111122220001', 14, false],
      ['Account 111122220002', 13, false],
      ['Anyone else', 1, null],
    ]);
  });

  it('merges the members of a fold to the strongest value of each action', () => {
    const [first] = columnEntries(manyRoles(41, 1), new Set());
    const [cell] = first?.cells ?? [];
    expect(cell).toMatchObject({
      group: 'Use',
      value: 'allowed',
      counts: { allowed: 1, depends: 0, denied: 0, none: 2 },
    });
    expect(cell?.actions.map((action) => action.value)).toEqual(['allowed', 'none', 'none']);
    expect(cell?.evidence).toHaveLength(1);
  });

  it('shows the members of an open fold below its head', () => {
    const roles = manyRoles(41, 2);
    const entries = columnEntries(roles, new Set([foldId('111122220001')]));
    expect(entries.map((entry) => entry.isOpen).slice(0, 3)).toEqual([false, true, null]);
    expect(entries).toHaveLength(2 + 20);
  });

  it('loses and repeats nobody, whatever is open', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (count, accounts, all) => {
          const principals = manyRoles(count, accounts);
          const open = new Set(all ? principals.map((principal) => foldId(principal.account ?? '')) : []);
          const shown = columnEntries(principals, open)
            .filter((entry) => entry.isOpen !== true)
            .flatMap((entry) => ids(entry.members));
          expect(shown.toSorted()).toEqual(ids(principals).toSorted());
        },
      ),
    );
  });

  it('folds nothing where everything is wanted', () => {
    expect(columnEntries(manyRoles(90, 2), 'all')).toHaveLength(90);
  });
});
