import { useState } from 'react';
import { TextField } from '#kit/TextField.tsx';
import { keyArnProblem } from './keyFacts.ts';

export interface KeyArnFieldProps {
  readonly arn: string;
  readonly onChange: (arn: string) => void;
}

/** The key's ARN. What is typed counts once it is the ARN of a key. */
export function KeyArnField({ arn, onChange }: KeyArnFieldProps) {
  const [draft, setDraft] = useState({ arn, text: arn });
  // The key was changed elsewhere.
  if (draft.arn !== arn) setDraft({ arn, text: arn });
  const problem = keyArnProblem(draft.text.trim());
  const change = (text: string) => {
    const wanted = text.trim();
    const isGood = keyArnProblem(wanted) === null;
    setDraft({ arn: isGood ? wanted : arn, text });
    if (isGood && wanted !== arn) onChange(wanted);
  };
  return (
    <TextField
      label="Key ARN"
      value={draft.text}
      onChange={change}
      isMono
      description="Account and Region of the key come from it."
      {...(problem === null
        ? {}
        : { error: draft.text === arn ? problem : `${problem} Until then ${arn} counts.` })}
    />
  );
}
