import { useRef, useState } from 'react';
import { ComboBox as AriaComboBox, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { ComboBoxInput } from './ComboBoxInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { OptionContent } from './OptionContent.tsx';
import type { Option } from './OptionContent.tsx';
import { classNames } from './classNames.ts';
import field from './field.module.css';
import list from './listBox.module.css';
import styles from './ComboBox.module.css';

export type { Option } from './OptionContent.tsx';

export interface ComboBoxProps {
  readonly label: string;
  /** Default: hidden when inline. */
  readonly isLabelHidden?: boolean;
  /** The text in the box. Any text is allowed; the options are suggestions. */
  readonly value: string;
  /** Every keystroke, and a chosen suggestion's text. */
  readonly onChange: (text: string) => void;
  /** Once the user is done: a suggestion chosen, Enter, or leaving the box. */
  readonly onCommit?: (text: string) => void;
  readonly options: readonly Option[];
  readonly description?: string;
  readonly error?: string;
  readonly placeholder?: string;
  /** ARNs, ids, action names. Default true. */
  readonly isMono?: boolean;
  /** `field` fills its column; `inline` is a slot in a sentence, as wide as its text. */
  readonly variant?: 'field' | 'inline';
  readonly isDisabled?: boolean;
}

export function ComboBox({
  label,
  value,
  onChange,
  onCommit,
  options,
  description,
  error,
  placeholder = '',
  isMono = true,
  variant = 'field',
  isLabelHidden = variant === 'inline',
  isDisabled,
}: ComboBoxProps) {
  // Until the user types, the list is the whole list: the box is full of the value, which would hide all the others.
  const [isFiltering, setFiltering] = useState(false);
  const committed = useRef(value);
  const commit = (text: string) => {
    setFiltering(false);
    if (text === committed.current) return;
    committed.current = text;
    onCommit?.(text);
  };
  const choose = (id: React.Key | null) => {
    const option = options.find((other) => other.id === id);
    if (option === undefined) return;
    onChange(option.text);
    commit(option.text);
  };
  const type = (text: string) => {
    if (text === value) return;
    setFiltering(true);
    onChange(text);
  };
  return (
    <AriaComboBox
      className={classNames(variant === 'inline' ? styles.inline : field.field)}
      allowsCustomValue
      items={isFiltering ? options.filter((option) => contains(option.text, value)) : options}
      selectedKey={options.find((option) => option.text === value)?.id ?? null}
      inputValue={value}
      onInputChange={type}
      onSelectionChange={choose}
      onBlur={() => commit(value)}
      onKeyDown={(event) => {
        const isChoosing =
          event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
        if (event.key === 'Enter' && !isChoosing) commit(value);
      }}
      menuTrigger="input"
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
    >
      <Label className={isLabelHidden ? field.hiddenLabel : field.label}>{label}</Label>
      <ComboBoxInput
        value={value}
        placeholder={placeholder}
        isMono={isMono}
        isInline={variant === 'inline'}
      />
      <FieldNotes description={description} error={error} />
      <Popover className={classNames(list.popover)} offset={4}>
        <ListBox className={classNames(list.list)}>
          {(option: Option) => (
            <ListBoxItem className={classNames(list.option)} textValue={option.text}>
              <OptionContent option={option} isMono={isMono} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function contains(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.trim().toLowerCase());
}
