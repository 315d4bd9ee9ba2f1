import { useState } from 'react';
import { TextField } from '#kit/TextField.tsx';

export interface DraftFieldProps {
  readonly label: string;
  /** What counts now. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with a text, or null. */
  readonly problemOf: (text: string) => string | null;
  readonly description?: string;
  readonly placeholder?: string;
}

/** A field whose text counts once it is right. Until then it says what is wrong, and what counts. */
export function DraftField({ value, onChange, problemOf, ...rest }: DraftFieldProps) {
  const [draft, setDraft] = useState({ value, text: value });
  // It was changed elsewhere.
  if (draft.value !== value) setDraft({ value, text: value });
  const problem = problemOf(draft.text.trim());
  const change = (text: string) => {
    const wanted = text.trim();
    const isGood = problemOf(wanted) === null;
    setDraft({ value: isGood ? wanted : value, text });
    if (isGood && wanted !== value) onChange(wanted);
  };
  const until = value === '' ? '' : ` Until then ${value} counts.`;
  return (
    <TextField
      {...rest}
      value={draft.text}
      onChange={change}
      isMono
      {...(problem === null ? {} : { error: draft.text === value ? problem : `${problem}${until}` })}
    />
  );
}
