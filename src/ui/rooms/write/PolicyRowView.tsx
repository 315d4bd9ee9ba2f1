import { useState } from 'react';
import type { App } from '#state/app.ts';
import { Icon } from '#kit/Icon.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { AskRemoval } from './AskRemoval.tsx';
import type { PolicyRow } from './identities.view.ts';
import styles from './PolicyRowView.module.css';

export interface PolicyRowViewProps {
  readonly app: App;
  readonly arn: string;
  readonly policy: PolicyRow;
  readonly isBoundary?: boolean;
}

/** A policy in an identity's card: opens in the editor, can be removed. */
export function PolicyRowView({ app, arn, policy, isBoundary = false }: PolicyRowViewProps) {
  const [isAsking, setAsking] = useState(false);
  const { id, name, hasText, problem, summary } = policy;
  const remove = () => app.workspace.getState().removeIdentityPolicy(arn, name);
  if (isAsking) {
    return (
      <li className={styles.asking}>
        <AskRemoval name={name} onRemove={remove} onKeep={() => setAsking(false)} />
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.open}
        onClick={() => app.preferences.getState().set({ openIdentityPolicy: id })}
      >
        <span className={styles.name}>{name}</span>
        {isBoundary && <span className={styles.soft}>permissions boundary</span>}
        {problem !== null && (
          <span className={styles.problem}>
            <Icon name="warning" size={14} /> {problem}
          </span>
        )}
        {problem === null && summary !== null && <span className={styles.soft}>{summary}</span>}
        <Icon name="chevronRight" size={14} />
      </button>
      {!isBoundary && (
        <IconButton
          icon="remove"
          label={`Remove policy ${name}`}
          size="dense"
          onPress={() => (hasText ? setAsking(true) : remove())}
        />
      )}
    </li>
  );
}
