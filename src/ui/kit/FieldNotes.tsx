import { FieldError, Text } from 'react-aria-components';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import field from './field.module.css';

export interface FieldNotesProps {
  readonly description?: string | undefined;
  readonly error?: string | undefined;
}

/** What stands under a control: a hint, and what is wrong. Both are tied to the control for readers. */
export function FieldNotes({ description, error }: FieldNotesProps) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={field.description}>
          {description}
        </Text>
      )}
      <FieldError className={classNames(field.error)}>
        <Icon name="warning" size={14} />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
