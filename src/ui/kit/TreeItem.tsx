import type { CSSProperties, MouseEvent, Ref } from 'react';
import { Icon } from './Icon.tsx';
import { RichText } from './RichText.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { classNames } from './classNames.ts';
import { spokenName } from './treeRows.ts';
import type { TreeRow } from './treeRows.ts';
import styles from './Tree.module.css';

export interface TreeItemProps {
  readonly row: TreeRow;
  readonly isTabStop: boolean;
  readonly isHighlighted: boolean;
  readonly onFocus: () => void;
  readonly onPress: () => void;
  readonly onToggle: () => void;
  readonly onPoint: () => void;
  readonly onRule: ((rule: string) => void) | undefined;
  readonly ref: Ref<HTMLDivElement>;
}

/** One row. The tree holds the keys; here are only pointers, and what a reader is told. */
export function TreeItem({
  row,
  isTabStop,
  isHighlighted,
  onFocus,
  onPress,
  onToggle,
  onPoint,
  onRule,
  ref,
}: TreeItemProps) {
  const { node } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it handles the keys
    <div
      ref={ref}
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
      onFocus={onFocus}
      onClick={onPress}
      onPointerEnter={onPoint}
    >
      <span
        className={classNames(styles.twist, row.isOpen === true && styles.open)}
        onClick={stop(onToggle)}
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
