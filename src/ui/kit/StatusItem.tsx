import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { classNames } from './classNames.ts';
import type { MarkKind } from './verdict.ts';
import styles from './StatusBar.module.css';

export interface StatusItemProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly mark?: MarkKind;
  readonly isStrong?: boolean;
  /** Makes it a button. */
  readonly onPress?: () => void;
}

export function StatusItem({ children, icon, mark, isStrong = false, onPress }: StatusItemProps) {
  const className = classNames(styles.item, isStrong && styles.strong);
  const content = (
    <>
      {icon !== undefined && <Icon name={icon} size={14} />}
      {mark !== undefined && <VerdictMark kind={mark} size={14} />}
      <span>{children}</span>
    </>
  );
  if (onPress === undefined) return <span className={className}>{content}</span>;
  return (
    <button type="button" className={classNames(className, styles.button)} onClick={onPress}>
      {content}
    </button>
  );
}
