import type { CellValue, GroupCell } from '#engine/access/table.ts';
import type { Verdict } from '#kit/verdict.ts';

/** From the strongest true statement about a cell to the weakest; the order of lists and of sorting. */
export const valueOrder: readonly CellValue[] = ['allowed', 'depends', 'denied', 'none'];

export const valueMark: Readonly<Record<CellValue, Verdict>> = {
  allowed: 'allowed',
  depends: 'depends',
  denied: 'explicitDeny',
  none: 'implicitDeny',
};

/** The value as one word or three, for names, copies and single actions. */
export const valueWord: Readonly<Record<CellValue, string>> = {
  allowed: 'Allowed',
  depends: 'Depends',
  denied: 'Denied',
  none: 'Nothing allows it',
};

export interface CellWords {
  /** `11 of 13`. */
  readonly figure: string;
  /** What the figure counts, where the mark alone would leave it open: `depend`, `denied`; for allowed cells what else there is. */
  readonly word: string;
}

/** What a table cell says beside its mark. */
export function cellWords(cell: GroupCell): CellWords {
  const { allowed, depends, denied } = cell.counts;
  const total = cell.actions.length;
  switch (cell.value) {
    case 'allowed':
      return { figure: `${allowed} of ${total}`, word: depends > 0 ? `${depends} depend` : '' };
    case 'depends':
      return { figure: `${depends} of ${total}`, word: 'depend' };
    case 'denied':
      return { figure: `${denied} of ${total}`, word: 'denied' };
    case 'none':
      return { figure: `0 of ${total}`, word: '' };
  }
}

/** The cell in a sentence without its principal and group: "Depends: 11 of 13." */
export function cellSentence(cell: GroupCell): string {
  if (cell.value === 'none') return 'Nothing allows it.';
  const { figure, word } = cellWords(cell);
  const also = cell.value === 'allowed' && word !== '' ? `, ${word}` : '';
  return `${valueWord[cell.value]}: ${figure}${also}.`;
}

/** "a", "a and b", "a, b and c", and beyond the limit "a, b, c and 2 more". */
export function listed(names: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const shown = names.slice(0, limit);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** `kms:Decrypt` as `Decrypt`: within one key's table the prefix says nothing. */
export function bareAction(action: string): string {
  return action.startsWith('kms:') ? action.slice(4) : action;
}
