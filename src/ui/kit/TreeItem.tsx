import { memo } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import { Icon } from './Icon.tsx';
import { RichText } from './RichText.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { classNames } from './classNames.ts';
import { sameRow, spokenName } from './treeRows.ts';
import type { TreeRow } from './treeRows.ts';
import styles from './Tree.module.css';

export interface TreeItemProps {
  readonly row: TreeRow;
  readonly isTabStop: boolean;
  readonly isHighlighted: boolean;
  readonly hand: TreeHand;
  readonly onRule: ((rule: string) => void) | undefined;
}

/** What pointers do to a row; the same object for as long as the tree is there. */
export interface TreeHand {
  readonly focus: (id: string) => void;
  readonly press: (id: string) => void;
  readonly toggle: (row: TreeRow) => void;
  readonly point: (id: string) => void;
  /** The row's element, or null once it has none. */
  readonly hold: (id: string, element: HTMLElement | null) => void;
}

/** One row. The tree holds the keys; here are only pointers, and what a reader is told. Drawn again when it says something else. */
export const TreeItem = memo(function TreeItem({
  row,
  isTabStop,
  isHighlighted,
  hand,
  onRule,
}: TreeItemProps) {
  const { node } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it handles the keys
    <div
      ref={(element) => hand.hold(node.id, element)}
      role="treeitem"
      className={classNames(styles.item, isHighlighted && styles.highlighted, row.level === 1 && styles.top)}
      style={{ '--level': row.level - 1 } as CSSProperties}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isHighlighted}
      aria-label={spokenName(node)}
      aria-expanded={row.isOpen ?? undefined}
      aria-keyshortcuts={onRule && node.rule ? 'Shift+Enter' : undefined}
      onFocus={() => hand.focus(node.id)}
      onClick={() => hand.press(node.id)}
      onPointerEnter={() => hand.point(node.id)}
    >
      <span
        className={classNames(styles.twist, row.isOpen === true && styles.open)}
        onClick={stop(() => hand.toggle(row))}
        aria-hidden
      >
        {row.isOpen !== null && <Icon name="chevronRight" size={12} />}
      </span>
      <span className={styles.mark}>
        <VerdictMark kind={node.mark} tone={node.tone} />
      </span>
      <span className={styles.sentence}>
        <RichText phrase={node.phrase} />
      </span>
      <span className={styles.refs}>
        {node.rule !== undefined && <RuleRef rule={node.rule} onRule={onRule} />}
        {node.lines !== undefined && <span className={styles.lines}>{node.lines}</span>}
      </span>
    </div>
  );
}, sameItem);

function sameItem(left: TreeItemProps, right: TreeItemProps): boolean {
  return (
    left.isTabStop === right.isTabStop &&
    left.isHighlighted === right.isHighlighted &&
    left.hand === right.hand &&
    left.onRule === right.onRule &&
    sameRow(left.row, right.row)
  );
}

function RuleRef({ rule, onRule }: Pick<TreeItemProps, 'onRule'> & { readonly rule: string }) {
  if (onRule === undefined) return <span className={styles.rule}>{rule}</span>;
  return (
    <button type="button" className={styles.ruleButton} tabIndex={-1} onClick={stop(() => onRule(rule))}>
      {rule}
    </button>
  );
}

function stop(action: () => void) {
  return (event: MouseEvent) => {
    event.stopPropagation();
    action();
  };
}
