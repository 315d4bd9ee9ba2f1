import { Text } from 'react-aria-components';
import { Code } from './Code.tsx';
import { classNames } from './classNames.ts';
import styles from './listBox.module.css';

export interface Option {
  readonly id: string;
  readonly text: string;
  /** A second line: what it means, where it is from. */
  readonly secondary?: string;
}

/** One line of a list: the text, and beneath it what it means. Long ARNs wrap. */
export function OptionContent({
  option,
  isMono = false,
}: {
  readonly option: Option;
  readonly isMono?: boolean;
}) {
  return (
    <span className={styles.optionText}>
      <Text slot="label" className={classNames(styles.primary)}>
        {isMono ? <Code>{option.text}</Code> : option.text}
      </Text>
      {option.secondary !== undefined && (
        <Text slot="description" className={classNames(styles.secondary)}>
          {option.secondary}
        </Text>
      )}
    </span>
  );
}
