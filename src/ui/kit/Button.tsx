import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import styles from './Button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  /** `primary`: the one thing to do here. `plain`: bordered. `quiet`: text that shows its ground on hover. */
  readonly variant?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  readonly iconEnd?: IconName;
  readonly size?: 'default' | 'dense';
  readonly isDisabled?: boolean;
  /** Makes it a toggle: announced as pressed or not. */
  readonly isPressed?: boolean;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  /** For a button that shows and hides something. */
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  variant = 'plain',
  icon,
  iconEnd,
  size = 'default',
  isPressed,
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      onPress={onPress && (() => onPress())}
      aria-pressed={isPressed}
      className={classNames(
        styles.button,
        styles[variant],
        size === 'dense' && styles.dense,
        isPressed && styles.on,
      )}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
      {iconEnd !== undefined && <Icon name={iconEnd} />}
    </AriaButton>
  );
}
