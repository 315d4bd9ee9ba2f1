import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import { classNames } from './classNames.ts';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** A kit Button or IconButton: pressing it opens the popover. */
  readonly trigger: ReactElement;
  /** Its name, spoken on opening. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?:
    | 'bottom'
    | 'bottom start'
    | 'bottom end'
    | 'top'
    | 'top start'
    | 'top end'
    | 'right'
    | 'left';
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** A small layer beside what opened it. Esc or a press elsewhere closes it; focus returns. */
export function Popover({ trigger, label, children, placement = 'bottom start', ...open }: PopoverProps) {
  return (
    <DialogTrigger {...open}>
      {trigger}
      <AriaPopover className={classNames(styles.popover)} placement={placement} offset={6}>
        <Dialog className={classNames(styles.dialog)} aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
