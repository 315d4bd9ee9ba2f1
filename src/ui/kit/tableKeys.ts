export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

const page = 10;

/** Where a key leads from a cell, after the APG grid pattern; `null` for keys that are not the table's. */
export function tableMove(key: string, isCtrl: boolean, from: CellPlace, size: TableSize): CellPlace | null {
  const target = rawMove(key, isCtrl, from, size);
  if (target === null) return null;
  return { row: clamp(target.row, size.rows), column: clamp(target.column, size.columns) };
}

function rawMove(
  key: string,
  isCtrl: boolean,
  { row, column }: CellPlace,
  size: TableSize,
): CellPlace | null {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return { row: isCtrl ? 0 : row, column: 0 };
    case 'End':
      return { row: isCtrl ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(value, count - 1));
}
