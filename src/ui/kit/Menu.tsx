import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { OptionContent } from './OptionContent.tsx';
import { classNames } from './classNames.ts';
import list from './listBox.module.css';

export interface MenuAction {
  readonly id: string;
  readonly text: string;
  readonly secondary?: string;
  readonly icon?: IconName;
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  /** A line above it: another kind of thing begins. */
  readonly startsGroup?: boolean;
  readonly onAction: () => void;
}

export interface MenuProps {
  /** A kit Button or IconButton. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

export function Menu({ trigger, label, actions, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classNames(list.popover)} placement={placement} offset={4}>
        <AriaMenu className={classNames(list.list)} aria-label={label}>
          {actions.flatMap((action) => [
            ...(action.startsGroup === true
              ? [<Separator key={`above ${action.id}`} className={classNames(list.separator)} />]
              : []),
            <MenuItem
              key={action.id}
              id={action.id}
              className={classNames(list.option)}
              textValue={action.text}
              isDisabled={action.isDisabled ?? false}
              onAction={action.onAction}
            >
              {action.icon !== undefined && <Icon name={action.icon} />}
              <OptionContent option={action} />
              {action.shortcut !== undefined && (
                <span className={list.shortcut}>
                  <Kbd keys={action.shortcut} />
                </span>
              )}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
