import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionNamed, actionRows, firstSort, isCalled, nextSort, tableRows } from './tableRows.view.ts';
import {
  anyone,
  app,
  logs,
  manyRoles,
  ownerAccount,
  partner,
  partnerAccount,
  smallTable,
  testTable,
} from './testTable.ts';

const labels = (rows: readonly { readonly principal: { readonly label: string } }[]) =>
  rows.map((row) => row.principal.label);

describe('tableRows', () => {
  it('groups rows by account, the account heading its roles', () => {
    const rows = tableRows(smallTable, '', firstSort);
    expect(labels(rows)).toEqual(
      [ownerAccount, app, partnerAccount, logs, anyone].map((principal) => principal.label),
    );
    expect(rows.map((row) => row.isMember)).toEqual([false, true, false, false, false]);
    expect(rows.map((row) => row.startsSection)).toEqual([true, false, true, true, true]);
  });

  it('gives a heading where the account itself is no row', () => {
    const rows = tableRows(testTable(manyRoles(4, 2)), '', firstSort);
    expect(rows.map((row) => row.heading)).toEqual([
      'Account 111122220000',
      null,
      'Account 111122220001',
      null,
    ]);
    expect(tableRows(smallTable, '', firstSort).every((row) => row.heading === null)).toBe(true);
  });

  it('keeps sections whole when they are turned around', () => {
    const rows = tableRows(smallTable, '', { by: 'principal', direction: 'descending' });
    expect(labels(rows)).toEqual(
      [anyone, logs, partnerAccount, ownerAccount, app].map((principal) => principal.label),
    );
  });

  it('sorts by the value of a group, strongest first, without sections', () => {
    const rows = tableRows(smallTable, '', { by: 'Use', direction: 'descending' });
    expect(labels(rows)).toEqual(
      [app, ownerAccount, anyone, partnerAccount, logs].map((principal) => principal.label),
    );
    expect(rows.some((row) => row.isMember || row.startsSection)).toBe(false);
  });

  it('turns a sort around', () => {
    const rows = tableRows(smallTable, '', { by: 'Use', direction: 'ascending' });
    expect(labels(rows)[0]).toBe(logs.label);
    expect(labels(rows).at(-1)).toBe(app.label);
  });

  it('loses nobody by sorting', () => {
    const sorts = fc.record({
      by: fc.constantFrom('principal', 'Use', 'Read about', 'Destroy', 'No such group'),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    });
    fc.assert(
      fc.property(sorts, (sort) => {
        expect(labels(tableRows(smallTable, '', sort)).toSorted()).toEqual(
          smallTable.principals.map((principal) => principal.label).toSorted(),
        );
      }),
    );
  });
});

describe('isCalled', () => {
  it.each([
    ['', true],
    ['APP', true],
    ['role 1111', true],
    ['assumed-role/App', true],
    [partner, false],
    ['role 4444', false],
  ])('%j', (who, expected) => {
    expect(isCalled(app, who)).toBe(expected);
  });
});

describe('nextSort', () => {
  it('begins account by account, and with the strongest access', () => {
    expect(nextSort(firstSort, 'Use')).toEqual({ by: 'Use', direction: 'descending' });
    expect(nextSort({ by: 'Use', direction: 'descending' }, 'principal')).toEqual(firstSort);
  });

  it('turns around when pressed again', () => {
    expect(nextSort(nextSort(firstSort, 'Use'), 'Use').direction).toBe('ascending');
    expect(nextSort(firstSort, 'principal').direction).toBe('descending');
  });
});

describe('actionNamed', () => {
  it.each([
    ['kms:Decrypt', 'kms:Decrypt'],
    ['decrypt', 'kms:Decrypt'],
    [' KMS:decrypt ', 'kms:Decrypt'],
    ['decr', null],
    ['kms:*', null],
    ['', null],
  ])('%j', (text, action) => {
    expect(actionNamed(smallTable, text)).toBe(action);
  });
});

describe('actionRows', () => {
  it('says who can do one action, the strongest first', () => {
    const rows = actionRows(smallTable, '', 'kms:Encrypt');
    expect(rows.map((row) => [row.principal.label, row.group, row.cell.value])).toEqual([
      [app.label, 'Use', 'allowed'],
      [ownerAccount.label, 'Use', 'depends'],
      [anyone.label, 'Use', 'denied'],
      [partnerAccount.label, 'Use', 'none'],
      [logs.label, 'Use', 'none'],
    ]);
  });

  it('filters by principal as well', () => {
    expect(labels(actionRows(smallTable, 'anyone', 'kms:Encrypt'))).toEqual([anyone.label]);
  });
});
