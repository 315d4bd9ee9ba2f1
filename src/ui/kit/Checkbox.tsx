import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { classNames } from './classNames.ts';
import styles from './Checkbox.module.css';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
}

export function Checkbox({ children, isIndeterminate = false, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} isIndeterminate={isIndeterminate} className={classNames(styles.checkbox)}>
      <span className={styles.box}>
        <Icon name={isIndeterminate ? 'minus' : 'check'} size={14} />
      </span>
      <span className={styles.text}>{children}</span>
    </AriaCheckbox>
  );
}
