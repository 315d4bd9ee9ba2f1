import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { FieldNotes } from './FieldNotes.tsx';
import { Icon } from './Icon.tsx';
import { OptionContent } from './OptionContent.tsx';
import type { Option } from './OptionContent.tsx';
import { classNames } from './classNames.ts';
import field from './field.module.css';
import list from './listBox.module.css';
import styles from './Select.module.css';

export type { Option } from './OptionContent.tsx';

export interface SelectProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly Option[];
  /** The id of the chosen option. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly description?: string;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** `field` fills its column; `quiet` is as wide as its text, for tool rows. */
  readonly variant?: 'field' | 'quiet';
}

export function Select({
  label,
  isLabelHidden = false,
  options,
  onChange,
  description,
  placeholder = 'Choose',
  variant = 'field',
  ...rest
}: SelectProps) {
  const isField = variant === 'field';
  return (
    <AriaSelect
      {...rest}
      className={classNames(isField ? field.field : styles.quiet)}
      placeholder={placeholder}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Label className={isLabelHidden ? field.hiddenLabel : field.label}>{label}</Label>
      <Button className={classNames(styles.button, isField ? field.control : styles.quietButton)}>
        <SelectValue className={classNames(styles.value)}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevronDown" size={14} />
      </Button>
      <FieldNotes description={description} />
      <Popover className={classNames(list.popover)} offset={4}>
        <ListBox className={classNames(list.list)} items={options}>
          {(option) => (
            <ListBoxItem className={classNames(list.option)} textValue={option.text}>
              <OptionContent option={option} />
              <span className={list.tick}>
                <Icon name="check" size={14} />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
