import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTextTable, copiedWords, csv, groupTextTable, markdown } from './copy.view.ts';
import { actionRows, firstSort, tableRows } from './tableRows.view.ts';
import { plainNames, smallTable } from './testTable.ts';

const groups = groupTextTable(smallTable, tableRows(smallTable, '', firstSort));
const actions = actionTextTable('kms:Decrypt', actionRows(smallTable, '444', 'kms:Decrypt'), plainNames);

describe('what is copied', () => {
  it('says every cell with its letter and in words', () => {
    expect(groups[0]).toEqual(['Principal', 'Detail', 'Use', 'Read about', 'Destroy']);
    expect(groups[2]).toEqual([
      'role/App',
      '111122223333',
      'A Allowed: 2 of 3.',
      '? Depends: 1 of 2.',
      '– Nothing allows it.',
    ]);
  });

  it('gives reason and statements for one action', () => {
    expect(actions).toEqual([
      ['Principal', 'Detail', 'kms:Decrypt', 'Why', 'Statements'],
      [
        'Account 444455556666',
        'partner',
        'D Denied',
        'A statement decides denied.',
        'PartnerRead, DenyOutsideOrg',
      ],
    ]);
  });

  it('counts rows without the head', () => {
    expect(copiedWords(groups, 'Markdown')).toBe('Copied 5 rows as Markdown.');
    expect(copiedWords(actions, 'CSV')).toBe('Copied 1 row as CSV.');
  });
});

describe('markdown', () => {
  it('is a table', () => {
    expect(
      markdown([
        ['Who', 'What'],
        ['role/App', 'Use'],
      ]),
    ).toBe('| Who | What |\n| --- | --- |\n| role/App | Use |\n');
  });

  it('keeps names from ending a cell, breaking a row or becoming markup', () => {
    expect(markdown([['a|b'], ['*bold* [x](y)\n`<b>`']])).toBe(
      '| a\\|b |\n| --- |\n| \\*bold\\* \\[x\\](y) \\`\\<b\\>\\` |\n',
    );
  });

  it('has as many cells in every row as it was given, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('|', '\\', 'a', '\n', ' ') }), { minLength: 1 }),
        (cells) => {
          const [line = ''] = markdown([cells]).split('\n');
          expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(cells.length + 1);
        },
      ),
    );
  });
});

describe('csv', () => {
  it('quotes commas, quotes and line ends', () => {
    expect(csv([['a,b', 'say "x"', 'two\nlines', 'plain']])).toBe('"a,b","say ""x""","two\nlines",plain\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('keeps %j from being run', (cell) => {
    expect(
      csv([[cell]])
        .replace('"', '')
        .startsWith(`'${cell.charAt(0)}`),
    ).toBe(true);
  });

  it('gives back what went in, formulas apart', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', 'a', '\r', '\n', '=', ' ') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (table) => {
          const safe = table.map((row) => row.map((text) => (/^[=\r\n]/.test(text) ? `'${text}` : text)));
          expect(parseCsv(csv(table))).toEqual(safe);
        },
      ),
    );
  });
});

/** A reader of RFC 4180, written from the standard: a row is cells with commas between, ended by CRLF. */
function parseCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
