import type { RecipeOffer } from '#engine/recipes/recipeBook.ts';
import { ComboBox } from '#kit/ComboBox.tsx';
import { RowList } from '#kit/RowList.tsx';

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
  const isExample = offered.isExample && values.some((value) => value === offered.start);
  const options = offered.suggestions.map((text) => ({ id: text, text }));
  const rowLabel = (index: number) => `${label}, ${index + 1}`;
  return (
    <RowList
      label={label}
      rows={values}
      onChange={onChange}
      rowLabel={rowLabel}
      field={(value, index, change) => {
        const problem = problems.get(index);
        return (
          <ComboBox
            label={values.length === 1 ? label : rowLabel(index)}
            isLabelHidden
            value={value}
            onChange={change}
            options={options}
            {...(problem === undefined ? {} : { error: problem })}
          />
        );
      }}
      {...(isList && { add: { words: 'Add another', label: `Add to ${label}` } })}
      canBeEmpty={false}
      note={[isExample ? 'An example: put yours in its place.' : '', help ?? ''].join(' ').trim()}
      isFirst={isFirst}
    />
  );
}
