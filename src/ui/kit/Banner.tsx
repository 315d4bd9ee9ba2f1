import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { classNames } from './classNames.ts';
import styles from './Banner.module.css';

export interface BannerProps {
  readonly children: ReactNode;
  /** `attention` is the highlighter. */
  readonly tone?: 'note' | 'attention';
  readonly icon?: IconName;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** One calm line across the top of a pane or the page. Where it is narrow the actions go below the text, and Dismiss stays beside it. */
export function Banner({ children, tone = 'note', icon, actions, onDismiss }: BannerProps) {
  const hasControls = actions !== undefined || onDismiss !== undefined;
  return (
    <div
      className={classNames(
        styles.banner,
        hasControls && styles.withControls,
        tone === 'attention' && styles.attention,
      )}
    >
      {icon !== undefined && (
        <span className={styles.edge}>
          <Icon name={icon} />
        </span>
      )}
      <div className={styles.body}>
        <div className={styles.text}>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss !== undefined && (
        <span className={styles.edge}>
          <IconButton icon="close" label="Dismiss" size="dense" onPress={onDismiss} />
        </span>
      )}
    </div>
  );
}
