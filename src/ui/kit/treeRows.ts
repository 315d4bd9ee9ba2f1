import type { MarkKind } from './verdict.ts';
import type { Phrase } from './phrase.ts';
import { phraseText } from './phrase.ts';
import { markWords } from './verdict.ts';

export interface TreeNode {
  readonly id: string;
  readonly mark: MarkKind;
  /** `soft`: true here, but not what decides. Drawn in grey. */
  readonly tone?: 'verdict' | 'soft';
  /** The mark as a word, first in the spoken name: "Matches". Default: the mark's own word. */
  readonly markWord?: string;
  readonly phrase: Phrase;
  /** The rule this step follows, e.g. `KMS-060`. */
  readonly rule?: string;
  /** Where in the text: `34` or `31–40`. */
  readonly lines?: string;
  readonly children?: readonly TreeNode[];
}

/** A node where it stands: everything a row of a flat `role="tree"` says about itself. */
export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly parent: string | null;
  /** `null` for a leaf. */
  readonly isOpen: boolean | null;
}

/** The rows on screen, top to bottom, given which nodes are open. Walks without recursion. */
export function visibleRows(nodes: readonly TreeNode[], open: ReadonlySet<string>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const stack: TreeRow[] = siblingRows(nodes, 1, null, open).toReversed();
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
    rows.push(row);
    if (row.isOpen !== true) continue;
    const below = siblingRows(row.node.children ?? [], row.level + 1, row.node.id, open);
    stack.push(...below.toReversed());
  }
  return rows;
}

function siblingRows(
  nodes: readonly TreeNode[],
  level: number,
  parent: string | null,
  open: ReadonlySet<string>,
): readonly TreeRow[] {
  return nodes.map((node, index) => ({
    node,
    level,
    position: index + 1,
    siblings: nodes.length,
    parent,
    isOpen: (node.children ?? []).length === 0 ? null : open.has(node.id),
  }));
}

/** What a reader hears: the mark as a word, the sentence, the line, the rule. */
export function spokenName(node: TreeNode): string {
  const lines =
    node.lines === undefined ? '' : `, ${/^\d+$/.test(node.lines) ? 'line' : 'lines'} ${node.lines}`;
  const rule = node.rule === undefined ? '' : `, rule ${node.rule}`;
  return `${node.markWord ?? markWords[node.mark]}: ${phraseText(node.phrase)}${lines}${rule}`;
}

/** Whether two rows look and sound the same. */
export function sameRow(left: TreeRow, right: TreeRow): boolean {
  return drawn(left) === drawn(right);
}

function drawn({ node, level, position, siblings, isOpen }: TreeRow): string {
  const { children: _, ...own } = node;
  return JSON.stringify([own, level, position, siblings, isOpen]);
}
