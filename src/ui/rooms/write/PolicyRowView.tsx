import { useState } from 'react';
import type { TextId } from '#engine/source/span.ts';
import { classNames } from '#kit/classNames.ts';
import { Icon } from '#kit/Icon.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { AskRemoval } from './AskRemoval.tsx';
import type { PolicyRow } from './policyRow.ts';
import styles from './PolicyRowView.module.css';

export interface PolicyRowViewProps {
  readonly policy: PolicyRow;
  /** What it is, where it is no ordinary policy of its list. */
  readonly kind?: string;
  /** The highlighter lies on something in it. */
  readonly isLit: boolean;
  readonly onOpen: (id: TextId) => void;
  /** Absent where it cannot be removed here. */
  readonly onRemove?: () => void;
}

/** A policy in a list: opens in the editor, can be removed. */
export function PolicyRowView({ policy, kind, isLit, onOpen, onRemove }: PolicyRowViewProps) {
  const [isAsking, setAsking] = useState(false);
  const { id, name, hasText, problem, summary } = policy;
  if (isAsking && onRemove !== undefined) {
    return (
      <li className={styles.asking}>
        <AskRemoval name={name} onRemove={onRemove} onKeep={() => setAsking(false)} />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} onClick={() => onOpen(id)}>
        <span className={styles.words}>
          <span className={classNames(styles.name, isLit && styles.lit)}>
            <span>{name}</span>
          </span>
          {kind !== undefined && <span className={styles.soft}>{kind}</span>}
          {problem !== null && (
            <span className={styles.problem}>
              <Icon name="warning" size={14} /> {problem}
            </span>
          )}
          {problem === null && summary !== null && <span className={styles.soft}>{summary}</span>}
        </span>
        <Icon name="chevronRight" size={14} />
      </button>
      {onRemove !== undefined && (
        <IconButton
          icon="remove"
          label={`Remove policy ${name}`}
          size="dense"
          onPress={() => (hasText ? setAsking(true) : onRemove())}
        />
      )}
    </li>
  );
}
