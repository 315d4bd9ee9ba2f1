import type { ReactNode } from 'react';

export interface DataColumn {
  readonly id: string;
  readonly header: string;
  /** A quiet second line in the head: "11 actions". */
  readonly secondary?: string;
  readonly align?: 'start' | 'center' | 'end';
  /** CSS width, e.g. `12ch`. Default: by content. */
  readonly width?: string;
  readonly isSortable?: boolean;
  /** Sentences and ARNs wrap; without it cells stay on one line. */
  readonly isWrapping?: boolean;
}

export interface DataCell {
  readonly content: ReactNode;
  /** The cell in words, when the content is more than text. */
  readonly label?: string;
  /** Makes the cell a button. */
  readonly onPress?: () => void;
  /** The pointer rests on the cell, or left. */
  readonly onPoint?: (isOver: boolean) => void;
  /** Under the highlighter. */
  readonly isHighlighted?: boolean;
}

export interface DataRow {
  readonly id: string;
  /** The first column: the row's header. */
  readonly header: DataCell;
  /** One for each column after the first, in order. */
  readonly cells: readonly DataCell[];
  /** Rows with the same group stand together under its name. Give them in order. */
  readonly group?: string;
  /** Shown below the row, over its whole width. */
  readonly detail?: ReactNode;
}

export interface DataSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}
