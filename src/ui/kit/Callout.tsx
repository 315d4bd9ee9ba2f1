import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { classNames } from './classNames.ts';
import type { Verdict } from './verdict.ts';
import styles from './Callout.module.css';

export interface CalloutProps {
  /** `note`: paper. `attention`: highlighter. A decision: its tint and mark, only when it is about that decision. */
  readonly tone?: 'note' | 'attention' | Verdict;
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Leave out the mark or icon. */
  readonly isBare?: boolean;
}

/** A remark set apart inside a pane. */
export function Callout({ tone = 'note', title, children, actions, isBare = false }: CalloutProps) {
  return (
    <div className={classNames(styles.callout, styles[tone])}>
      {!isBare && <span className={styles.sign}>{sign(tone)}</span>}
      <div className={styles.content}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        <div>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

function sign(tone: NonNullable<CalloutProps['tone']>): ReactNode {
  if (tone === 'note') return <Icon name="info" />;
  if (tone === 'attention') return <Icon name="warning" />;
  return <VerdictMark kind={tone} />;
}
