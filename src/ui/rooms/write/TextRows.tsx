import { RowList } from '#kit/RowList.tsx';
import { TextField } from '#kit/TextField.tsx';

export interface TextRowsProps {
  /** Names the group: "Aliases". */
  readonly label: string;
  /** Names one row: "Alias". */
  readonly rowLabel: string;
  readonly addLabel: string;
  readonly rows: readonly string[];
  readonly onChange: (rows: readonly string[]) => void;
  /** What is wrong with a row, or null. */
  readonly problemOf: (row: string, index: number) => string | null;
  readonly placeholder?: string;
}

/** A list of texts, a field each. */
export function TextRows({
  label,
  rowLabel,
  addLabel,
  rows,
  onChange,
  problemOf,
  placeholder,
}: TextRowsProps) {
  return (
    <RowList
      label={label}
      rows={rows}
      onChange={onChange}
      rowLabel={(index) => `${rowLabel} ${index + 1}`}
      field={(row, index, change) => {
        const problem = problemOf(row, index);
        return (
          <TextField
            label={`${rowLabel} ${index + 1}`}
            isLabelHidden
            value={row}
            onChange={change}
            isMono
            {...(placeholder === undefined ? {} : { placeholder })}
            {...(problem === null ? {} : { error: problem })}
          />
        );
      }}
      add={{ words: addLabel }}
      canBeEmpty
    />
  );
}
