import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps {
  readonly icon: IconName;
  /** Its name: spoken, and shown as the tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly variant?: 'plain' | 'quiet';
  readonly size?: 'default' | 'dense';
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly onPress?: () => void;
  readonly tooltipPlacement?: 'top' | 'bottom' | 'left' | 'right';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon, for row tools and tight corners. It always has a name and a tooltip. */
export function IconButton({
  icon,
  label,
  shortcut,
  variant = 'quiet',
  size = 'default',
  isPressed,
  onPress,
  tooltipPlacement = 'bottom',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} placement={tooltipPlacement} shortcut={shortcut}>
      <AriaButton
        {...rest}
        aria-label={label}
        onPress={onPress && (() => onPress())}
        aria-pressed={isPressed}
        className={classNames(
          styles.button,
          variant === 'plain' && styles.plain,
          size === 'dense' && styles.dense,
          isPressed && styles.on,
        )}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}
