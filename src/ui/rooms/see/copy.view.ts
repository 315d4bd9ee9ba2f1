import type { AccessTable } from '#engine/access/table.ts';
import { plain } from '#engine/explain/phrase.ts';
import { verdictLetters } from '#kit/verdict.ts';
import { distinctEvidence } from './evidence.view.ts';
import type { EvidenceNames } from './evidence.view.ts';
import type { ActionRow, TableRow } from './tableRows.view.ts';
import { counted } from '#kit/counted.ts';
import { cellSentence, valueMark, valueWord } from './words.view.ts';

/** A table as text: the first row is its head. */
export type TextTable = readonly (readonly string[])[];

export type CopyForm = 'Markdown' | 'CSV';

/** Principal × group, one line a row, as shown: "A Allowed: 9 of 13." */
export function groupTextTable(table: AccessTable, rows: readonly TableRow[]): TextTable {
  const groups = table.groups.map((group) => group.name);
  const body = rows.map(({ principal }) => [
    principal.label,
    principal.detail,
    ...groups.map((group) => {
      const cell = principal.cells.find((other) => other.group === group);
      return cell === undefined ? '' : `${verdictLetters[valueMark[cell.value]]} ${cellSentence(cell)}`;
    }),
  ]);
  return [['Principal', 'Detail', ...groups], ...body];
}

/** Who can do one action: value, reason and statements. */
export function actionTextTable(action: string, rows: readonly ActionRow[], names: EvidenceNames): TextTable {
  const body = rows.map(({ principal, cell }) => [
    principal.label,
    principal.detail,
    `${verdictLetters[valueMark[cell.value]]} ${valueWord[cell.value]}`,
    plain(cell.because),
    distinctEvidence(cell.evidence)
      .map((evidence) => names.name(evidence))
      .map(({ label, lines }) => (lines === null ? label : `${label} (${lines})`))
      .join(', '),
  ]);
  return [['Principal', 'Detail', action, 'Why', 'Statements'], ...body];
}

export function textTable(table: TextTable, form: CopyForm): string {
  return form === 'Markdown' ? markdown(table) : csv(table);
}

/** "Copied 4 rows as Markdown." */
export function copiedWords(table: TextTable, form: CopyForm): string {
  return `Copied ${counted(Math.max(0, table.length - 1), 'row')} as ${form}.`;
}

/** A table in GitHub's Markdown. Characters that would end a cell or begin markup are escaped. */
export function markdown([head = [], ...rows]: TextTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n') + '\n';
}

function markdownCell(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);
}

/** RFC 4180, with the cells a spreadsheet would run as a formula made into text. */
export function csv(table: TextTable): string {
  return table.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** Spreadsheets run cells that begin with = + - @ (also behind a tab or line end): an apostrophe keeps them text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
