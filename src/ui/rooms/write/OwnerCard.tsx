import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Code } from '#kit/Code.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import { AskRemoval } from './AskRemoval.tsx';
import styles from './OwnerCard.module.css';

export interface OwnerCardProps {
  /** `role/Reader`. */
  readonly name: string;
  /** "IAM role in 111122223333". */
  readonly kind: ReactNode;
  /** Its ARN, where the name is a short form of it. */
  readonly arn?: string;
  /** What removing it loses besides itself, or null where that is nothing worth a question. */
  readonly loses: string | null;
  /** Absent for what cannot be removed. */
  readonly onRemove?: () => void;
  readonly children: ReactNode;
}

/** Something that has policies: an identity, an endpoint, a resource. */
export function OwnerCard({ name, kind, arn, loses, onRemove, children }: OwnerCardProps) {
  const [isAsking, setAsking] = useState(false);
  const heading = useId();
  return (
    <article className={styles.card} aria-labelledby={heading}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h3 id={heading} className={styles.name}>
            {name}
          </h3>
          <p className={styles.kind}>{kind}</p>
          {arn !== undefined && (
            <p className={styles.kind}>
              <Code>{arn}</Code>
            </p>
          )}
        </div>
        {onRemove !== undefined && (
          <IconButton
            icon="remove"
            label={`Remove ${name}`}
            onPress={() => (loses === null ? onRemove() : setAsking(true))}
          />
        )}
      </header>
      {isAsking && onRemove !== undefined && (
        <AskRemoval
          name={name}
          {...(loses === null ? {} : { loses })}
          onRemove={onRemove}
          onKeep={() => setAsking(false)}
        />
      )}
      {children}
    </article>
  );
}
