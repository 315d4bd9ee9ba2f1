import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { treeMove } from './treeKeys.ts';
import type { TreeMove } from './treeKeys.ts';
import type { TreeHand } from './TreeItem.tsx';
import { TreeItem } from './TreeItem.tsx';
import { visibleRows } from './treeRows.ts';
import type { TreeNode } from './treeRows.ts';
import styles from './Tree.module.css';

export type { TreeNode } from './treeRows.ts';

export interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  /**
   * The nodes that are open at first, usually the deciding path and its siblings' parents. When this list changes,
   * the tree opens along it again; until then the user's own opening and closing stands.
   */
  readonly openIds?: readonly string[];
  /** The nodes under the highlighter. */
  readonly highlighted?: ReadonlySet<string>;
  /** Enter, Space or a press on a row. Without it rows only open and close. */
  readonly onActivate?: (id: string) => void;
  /** The pointer rests on a row, or left (null). */
  readonly onPoint?: (id: string | null) => void;
  /** A press on the rule id; by keyboard Shift Enter on the row. */
  readonly onRule?: (rule: string) => void;
}

/** A decision trace: each row a mark, a sentence, the rule it follows and the line it rests on. */
export function Tree({ label, nodes, openIds = [], highlighted, onActivate, onPoint, onRule }: TreeProps) {
  const wanted = openIds.join('\n');
  const [openState, setOpenState] = useState({ wanted, open: new Set(openIds) });
  if (openState.wanted !== wanted) setOpenState({ wanted, open: new Set(openIds) });
  const open = openState.open;
  const rows = visibleRows(nodes, open);

  const [focusedId, setFocusedId] = useState<string | null>(null);
  const tabStop = rows.some((row) => row.node.id === focusedId) ? focusedId : (rows[0]?.node.id ?? null);
  const items = useRef(new Map<string, HTMLElement>());
  const movesFocus = useRef(false);

  useEffect(() => {
    if (!movesFocus.current || tabStop === null) return;
    movesFocus.current = false;
    items.current.get(tabStop)?.focus();
  }, [tabStop]);

  const setOpen = (ids: readonly string[], isOpen: boolean) => {
    const next = new Set(open);
    for (const id of ids) {
      if (isOpen) next.add(id);
      else next.delete(id);
    }
    setOpenState({ wanted, open: next });
  };

  const activate = (id: string) => {
    if (onActivate !== undefined) onActivate(id);
    else setOpen([id], !open.has(id));
  };

  const perform = (move: TreeMove) => {
    switch (move.kind) {
      case 'focus':
        movesFocus.current = true;
        setFocusedId(move.id);
        break;
      case 'open':
        setOpen(move.ids, true);
        break;
      case 'close':
        setOpen([move.id], false);
        break;
      case 'activate':
        activate(move.id);
        break;
      case 'rule':
        onRule?.(move.rule);
        break;
    }
  };

  const hand = useHand({
    focus: setFocusedId,
    press: activate,
    toggle: ({ node, isOpen }) => setOpen([node.id], isOpen !== true),
    point: (id) => onPoint?.(id),
    hold(id, element) {
      if (element === null) items.current.delete(id);
      else items.current.set(id, element);
    },
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || tabStop === null) return;
    const key = event.shiftKey && event.key === 'Enter' ? 'Shift Enter' : event.key;
    const move = treeMove(key, rows, tabStop);
    if (move === null) return;
    event.preventDefault();
    perform(move);
  };

  return (
    <div
      className={styles.tree}
      role="tree"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onPoint?.(null)}
    >
      {rows.map((row) => (
        <TreeItem
          key={row.node.id}
          row={row}
          isTabStop={row.node.id === tabStop}
          isHighlighted={highlighted?.has(row.node.id) ?? false}
          hand={hand}
          onRule={onRule}
        />
      ))}
    </div>
  );
}

/** One object for as long as the tree is there, which does what was handed over last. */
function useHand(acts: TreeHand): TreeHand {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      focus: (id) => latest.current.focus(id),
      press: (id) => latest.current.press(id),
      toggle: (row) => latest.current.toggle(row),
      point: (id) => latest.current.point(id),
      hold: (id, element) => latest.current.hold(id, element),
    }),
    [],
  );
}
