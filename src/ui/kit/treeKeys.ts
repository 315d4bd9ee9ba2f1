import type { TreeRow } from './treeRows.ts';

/** What a key asks of the tree. */
export type TreeMove =
  | { readonly kind: 'focus'; readonly id: string }
  | { readonly kind: 'open'; readonly ids: readonly string[] }
  | { readonly kind: 'close'; readonly id: string }
  | { readonly kind: 'activate'; readonly id: string }
  | { readonly kind: 'rule'; readonly rule: string };

/**
 * The keys of the APG tree pattern: up, down, home and end move; right opens, then goes in; left closes, then goes
 * out; `*` opens all siblings; Enter and Space activate; Shift Enter opens the rule. `null` for every other key.
 */
export function treeMove(key: string, rows: readonly TreeRow[], focused: string): TreeMove | null {
  const at = rows.findIndex((row) => row.node.id === focused);
  const row = rows[at];
  if (row === undefined) return null;
  return walk(key, rows, at) ?? act(key, row, rows);
}

function walk(key: string, rows: readonly TreeRow[], at: number): TreeMove | null {
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[at + 1]);
    case 'ArrowUp':
      return focusOn(rows[at - 1]);
    case 'Home':
      return focusOn(rows[0]);
    case 'End':
      return focusOn(rows.at(-1));
    default:
      return null;
  }
}

function act(key: string, row: TreeRow, rows: readonly TreeRow[]): TreeMove | null {
  switch (key) {
    case 'ArrowRight':
      return inward(row, rows[rows.indexOf(row) + 1]);
    case 'ArrowLeft':
      return outward(row);
    case '*':
      return { kind: 'open', ids: closedSiblings(row, rows) };
    case 'Enter':
    case ' ':
      return { kind: 'activate', id: row.node.id };
    case 'Shift Enter':
      return row.node.rule === undefined ? null : { kind: 'rule', rule: row.node.rule };
    default:
      return null;
  }
}

function focusOn(row: TreeRow | undefined): TreeMove | null {
  return row === undefined ? null : { kind: 'focus', id: row.node.id };
}

function inward(row: TreeRow, next: TreeRow | undefined): TreeMove | null {
  if (row.isOpen === null) return null;
  return row.isOpen ? focusOn(next) : { kind: 'open', ids: [row.node.id] };
}

function outward(row: TreeRow): TreeMove | null {
  if (row.isOpen === true) return { kind: 'close', id: row.node.id };
  return row.parent === null ? null : { kind: 'focus', id: row.parent };
}

function closedSiblings(row: TreeRow, rows: readonly TreeRow[]): readonly string[] {
  return rows
    .filter((other) => other.parent === row.parent && other.isOpen === false)
    .map((other) => other.node.id);
}
