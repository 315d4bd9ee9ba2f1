import { useStore } from 'zustand';
import type { Placeholder } from '#engine/exchange/placeholder.ts';
import { Select } from '#kit/Select.tsx';
import { TextField } from '#kit/TextField.tsx';
import type { App } from '#state/app.ts';
import { fieldNote } from './import.view.ts';
import styles from './Import.module.css';

interface FieldsProps {
  readonly app: App;
  readonly placeholders: readonly Placeholder[];
}

/** What the template leaves to its deployment, each with what it most likely is. */
export function PlaceholderFields({ app, placeholders }: FieldsProps) {
  return (
    <section>
      <h3 className={styles.heading}>What the text leaves open</h3>
      <div className={styles.fields}>
        {placeholders.slice(0, MOST_FIELDS).map((placeholder) => (
          <PlaceholderField key={placeholder.name} app={app} placeholder={placeholder} />
        ))}
      </div>
      {placeholders.length > MOST_FIELDS && (
        <p className={styles.more}>And {placeholders.length - MOST_FIELDS} more, which stay as they are.</p>
      )}
    </section>
  );
}

/** More than anybody fills in. */
const MOST_FIELDS = 60;

const YES_OR_NO = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
];

function PlaceholderField({ app, placeholder }: { readonly app: App; readonly placeholder: Placeholder }) {
  const { name, takes } = placeholder;
  const value = useStore(app.importing, ({ answers }) => answers.get(name) ?? '');
  const change = (next: string) => app.importing.getState().answer(name, next);
  if (takes === 'yesOrNo')
    return (
      <Select
        label={name}
        options={YES_OR_NO}
        value={value === 'false' ? 'false' : 'true'}
        onChange={change}
        description={fieldNote(placeholder, value)}
      />
    );
  return (
    <div className={takes === 'policy' ? styles.wide : undefined}>
      <TextField
        label={name}
        value={value}
        onChange={change}
        isMono
        rows={takes === 'policy' ? 6 : takes === 'list' ? 3 : 1}
        description={fieldNote(placeholder, value)}
      />
    </div>
  );
}
