import { useEffect, useId, useRef } from 'react';
import type { RecipeOffer } from '#engine/recipes/recipeBook.ts';
import { Button } from '#kit/Button.tsx';
import { ComboBox } from '#kit/ComboBox.tsx';
import { IconButton } from '#kit/IconButton.tsx';
import styles from './ValueRows.module.css';

export interface ValueRowsProps {
  readonly parameter: RecipeOffer['parameters'][number];
  readonly values: readonly string[];
  /** What is wrong with a value, by its place. */
  readonly problems: ReadonlyMap<number, string>;
  /** Takes the keyboard when the form opens. */
  readonly isFirst: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** The values of one parameter: a field, or a field each where there may be several. */
export function ValueRows({ parameter, values, problems, isFirst, onChange }: ValueRowsProps) {
  const { label, help, isList, offered } = parameter;
  const root = useRef<HTMLFieldSetElement>(null);
  const focusLast = useRef(false);
  const note = useId();
  useEffect(() => {
    if (isFirst) root.current?.querySelector('input')?.focus();
  }, [isFirst]);
  useEffect(() => {
    if (!focusLast.current) return;
    focusLast.current = false;
    [...(root.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
  }, [values]);
  const isExample = offered.isExample && values.some((value) => value === offered.start);
  const options = offered.suggestions.map((text) => ({ id: text, text }));
  return (
    <fieldset className={styles.rows} ref={root} aria-describedby={note}>
      <legend className={styles.legend}>{label}</legend>
      {values.map((value, index) => {
        const problem = problems.get(index);
        return (
          <div className={styles.row} key={index}>
            <div className={styles.value}>
              <ComboBox
                label={values.length === 1 ? label : `${label}, ${index + 1}`}
                isLabelHidden
                value={value}
                onChange={(text) => onChange(values.map((other, at) => (at === index ? text : other)))}
                options={options}
                {...(problem === undefined ? {} : { error: problem })}
              />
            </div>
            {values.length > 1 && (
              <IconButton
                icon="remove"
                label={`Remove ${value === '' ? `${label}, ${index + 1}` : value}`}
                onPress={() => onChange(values.filter((_, at) => at !== index))}
              />
            )}
          </div>
        );
      })}
      <p id={note} className={styles.note}>
        {[isExample ? 'An example: put yours in its place.' : '', help ?? ''].join(' ').trim()}
      </p>
      {isList && (
        <div>
          <Button
            variant="quiet"
            size="dense"
            icon="add"
            aria-label={`Add to ${label}`}
            onPress={() => {
              focusLast.current = true;
              onChange([...values, '']);
            }}
          >
            Add another
          </Button>
        </div>
      )}
    </fieldset>
  );
}
