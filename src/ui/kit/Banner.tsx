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

/** One calm line across the top of a pane or the page. */
export function Banner({ children, tone = 'note', icon, actions, onDismiss }: BannerProps) {
  return (
    <div className={classNames(styles.banner, tone === 'attention' && styles.attention)}>
      {icon !== undefined && <Icon name={icon} />}
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {onDismiss !== undefined && (
        <IconButton icon="close" label="Dismiss" size="dense" onPress={onDismiss} />
      )}
    </div>
  );
}
