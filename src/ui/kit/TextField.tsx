import type { KeyboardEvent, Ref } from 'react';
import { Input, Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { FieldNotes } from './FieldNotes.tsx';
import { classNames } from './classNames.ts';
import field from './field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  /** What is wrong, in one sentence. Marks the field as invalid. */
  readonly error?: string;
  readonly placeholder?: string;
  /** For ARNs, ids and JSON. */
  readonly isMono?: boolean;
  /** Lines. More than one makes it a text area. */
  readonly rows?: number;
  readonly type?: 'text' | 'search' | 'number';
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  /** For the first field of a dialog the user asked for. */
  readonly autoFocus?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly ref?: Ref<HTMLInputElement | HTMLTextAreaElement>;
}

export function TextField({
  label,
  isLabelHidden = false,
  description,
  error,
  placeholder,
  isMono = false,
  rows = 1,
  onKeyDown,
  ref,
  ...rest
}: TextFieldProps) {
  const shared = {
    className: classNames(field.control, isMono && field.mono),
    placeholder,
    spellCheck: false,
    autoComplete: 'off',
    onKeyDown,
  };
  return (
    <AriaTextField {...rest} className={classNames(field.field)} isInvalid={error !== undefined}>
      <Label className={isLabelHidden ? field.hiddenLabel : field.label}>{label}</Label>
      {rows > 1 ? (
        <TextArea {...shared} rows={rows} ref={ref as Ref<HTMLTextAreaElement>} />
      ) : (
        <Input {...shared} ref={ref as Ref<HTMLInputElement>} />
      )}
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
