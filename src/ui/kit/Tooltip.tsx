import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import { classNames } from './classNames.ts';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  /** A kit Button, IconButton or Link. */
  readonly children: ReactElement;
  readonly text: string;
  /** Every tooltip ends with its key, e.g. `Mod K`. */
  readonly shortcut?: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
}

/** A word on hover and on keyboard focus. It never holds anything that is not said elsewhere too. */
export function Tooltip({ children, text, shortcut, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className={classNames(styles.tooltip)} placement={placement} offset={6}>
        {text}
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
