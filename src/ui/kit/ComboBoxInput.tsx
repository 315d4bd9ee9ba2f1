import { Button, Input } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { MiddleEllipsis } from './MiddleEllipsis.tsx';
import { classNames } from './classNames.ts';
import field from './field.module.css';
import styles from './ComboBox.module.css';

export interface ComboBoxInputProps {
  readonly value: string;
  readonly placeholder: string;
  readonly isMono: boolean;
  readonly isInline: boolean;
}

/** The box itself. At rest it shows both ends of a long ARN; with focus, the text to edit. */
export function ComboBoxInput({ value, placeholder, isMono, isInline }: ComboBoxInputProps) {
  const font = isMono && field.mono;
  return (
    <span className={classNames(styles.box, font)} data-text={value === '' ? placeholder : value}>
      <Input
        className={classNames(field.control, font, styles.input)}
        placeholder={placeholder === '' ? ' ' : placeholder}
        size={isInline ? 1 : undefined}
        spellCheck={false}
        autoComplete="off"
      />
      <span className={classNames(styles.face, font)} aria-hidden>
        <MiddleEllipsis text={value} />
      </span>
      <Button className={classNames(styles.open)}>
        <Icon name="chevronDown" size={isInline ? 12 : 14} />
      </Button>
    </span>
  );
}
